import type { Account } from '@sharemyshows/contract/administration'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { AskPassword } from '@/features/accounts/components/ask-password'
import { useSession } from '@/features/accounts/session'
import { type AccountDeed, useAccountDeed } from '@/features/administration/api'
import { PeopleFilter } from '@/features/administration/components/people-filter'
import { PeopleList } from '@/features/administration/components/people-list'
import { deedsFor, type OfferedDeed } from '@/features/administration/deeds'
import { sayProblem } from '@/lib/problem'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { toast } from '@/ui/toast'

const route = getRouteApi('/member/admin/')

type Asked = OfferedDeed & { id: string }

/** Everybody with an account, and what can be done with one; most deeds take the admin's password. */
export function AdminPeople() {
  const address = route.useSearch()
  const navigate = route.useNavigate()
  const { user } = useSession()
  const [asked, setAsked] = useState<Asked>()
  const { mutateAsync } = useAccountDeed()
  const me = user?.id ?? ''
  const ask = (account: Account, deed: AccountDeed) => {
    const offered = deedsFor(account, account.id === me).find(
      (one) => JSON.stringify(one.deed) === JSON.stringify(deed),
    )
    if (offered) setAsked({ ...offered, id: account.id })
  }
  const act = async (password: string) => {
    if (asked === undefined) return
    await mutateAsync({ id: asked.id, deed: asked.deed, password })
    toast.done(asked.done)
  }
  const signOut = () =>
    act('').catch((error) => {
      toast.failed(sayProblem(error))
      throw error
    })
  const asking = (open: boolean) => open || setAsked(undefined)
  return (
    <>
      <PeopleFilter
        address={address}
        onChange={(search) => navigate({ search, replace: true, resetScroll: false })}
      />
      <PeopleList
        address={address}
        me={me}
        onDeed={ask}
        onEverybody={() => navigate({ search: {}, replace: true })}
      />
      {asked?.deed.what === 'sign-out' ? (
        <ConfirmDialog
          open
          onOpenChange={asking}
          title={asked.title}
          description={asked.description}
          confirmLabel={asked.confirmLabel}
          cancelLabel="Leave it"
          onConfirm={signOut}
        />
      ) : (
        <AskPassword
          open={asked !== undefined}
          onOpenChange={asking}
          title={asked?.title ?? ''}
          description={asked?.description}
          confirmLabel={asked?.confirmLabel ?? ''}
          danger={asked?.danger ?? false}
          onPassword={act}
        />
      )}
    </>
  )
}
