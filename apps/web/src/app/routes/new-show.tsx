import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '@/features/accounts/session'
import { catalogFields } from '@/features/catalog/fields'
import { useAddShow } from '@/features/shows/changes'
import { hueOf } from '@/features/shows/components/form-ticket'
import { ShowForm } from '@/features/shows/components/show-form'
import { chosenAudience, creationOf, emptyValues, type ShowFormValues } from '@/features/shows/form-values'
import { phaseOf } from '@/features/shows/model'
import { idempotencyKeys } from '@/lib/idempotency'
import { StageLight } from '@/ui/stage-light'
import { toast } from '@/ui/toast'
import { Page } from '../shell/page'

/** Puts a show into my diary and opens it, where its photos are waiting to be added. */
export function NewShow() {
  const { user } = useSession()
  const navigate = useNavigate()
  const add = useAddShow()
  const [tint, setTint] = useState(hueOf(''))
  const [keyFor] = useState(idempotencyKeys)
  const save = async (values: ShowFormValues) => {
    const body = creationOf(values)
    const { show, known } = await add.mutateAsync({ body, key: keyFor(body) })
    if (known) toast.note('This one was already in your diary. Here it is.')
    const ahead = phaseOf(show, Date.now()) === 'before'
    await navigate({
      to: ahead ? '/shows/$showId' : '/shows/$showId/photos',
      params: { showId: show.id },
      replace: true,
    })
  }
  return (
    <StageLight tint={tint} className="min-h-[calc(100dvh-4rem)] sm:min-h-dvh">
      <Page title="Add a show" lead={<Many />} narrow>
        <ShowForm
          initial={emptyValues(chosenAudience(user?.default_audience))}
          catalog={catalogFields}
          submitLabel="Save the show"
          onTint={setTint}
          onSubmit={save}
        />
      </Page>
    </StageLight>
  )
}

/** For those who come with years of them. */
const Many = () => (
  <>
    Or{' '}
    <Link to="/settings/imports" className="underline underline-offset-2 hover:text-ink">
      bring many at once
    </Link>{' '}
    from a file.
  </>
)
