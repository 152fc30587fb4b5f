import type { Invitation } from '@sharemyshows/contract/invitations'
import { useInfiniteQuery } from '@tanstack/react-query'
import { MailPlus } from 'lucide-react'
import { useState } from 'react'
import { sayShortDate } from '@/lib/dates'
import { sayProblem } from '@/lib/problem'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { DataCell, DataRow, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { PagedList } from '@/ui/paged-list'
import { toast } from '@/ui/toast'
import { invitationsQuery, useRevokeInvitation } from '../api'
import { ROLE_NAMES } from '../words'

/** Every invitation, and the way to take an open one back. */
export function InvitationsList({ onInvite }: { onInvite: () => void }) {
  const list = useInfiniteQuery(invitationsQuery)
  const [asking, setAsking] = useState<Invitation>()
  const { mutateAsync } = useRevokeInvitation()
  const revoke = async () => {
    try {
      await mutateAsync(asking?.id ?? '')
      toast.done('The invitation is taken back')
    } catch (error) {
      toast.failed(sayProblem(error))
      throw error
    }
  }
  return (
    <>
      <PagedList
        list={list}
        loading="Loading invitations"
        empty={
          <EmptyState
            icon={<MailPlus />}
            title="No invitations yet"
            action={
              <Button variant="inverse" onClick={onInvite}>
                Invite somebody
              </Button>
            }
          >
            Each lets one person make an account, also where registration is by invitation only.
          </EmptyState>
        }
      >
        {(invitations) => (
          <DataTable label="Invitations" columns={['For', 'As', 'State', 'Made', '']}>
            {invitations.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                onRevoke={() => setAsking(invitation)}
              />
            ))}
          </DataTable>
        )}
      </PagedList>
      <ConfirmDialog
        open={asking !== undefined}
        onOpenChange={(open) => open || setAsking(undefined)}
        title="Take this invitation back?"
        description="Its link ends at once. Whoever has it is told that it does not work."
        confirmLabel="Take it back"
        onConfirm={revoke}
      />
    </>
  )
}

function InvitationRow({ invitation, onRevoke }: { invitation: Invitation; onRevoke: () => void }) {
  const { email, role, state, used_by, created_by, created_at } = invitation
  return (
    <DataRow>
      <DataCell as="wide" className="wrap-anywhere pr-28 font-medium">
        {email ?? 'Whoever has the link'}
      </DataCell>
      <DataCell>
        <Badge>{ROLE_NAMES[role]}</Badge>
      </DataCell>
      <DataCell className="text-soft">{sayState(invitation)}</DataCell>
      <DataCell className="text-soft md:whitespace-nowrap">
        {sayShortDate(created_at.slice(0, 10))}
        {created_by && ` by ${created_by.username}`}
      </DataCell>
      <DataCell as="deeds">
        {state !== 'used' && (
          <Button size="small" variant="ghost" onClick={onRevoke}>
            Take back
            <span className="sr-only"> the invitation for {email ?? used_by?.username ?? 'anybody'}</span>
          </Button>
        )}
      </DataCell>
    </DataRow>
  )
}

function sayState({ state, used_by, expires_at }: Invitation): string {
  const day = sayShortDate(expires_at.slice(0, 10))
  if (state === 'used') return used_by ? `Used by ${used_by.username}` : 'Used'
  return state === 'open' ? `Open until ${day}` : `Ended on ${day}`
}
