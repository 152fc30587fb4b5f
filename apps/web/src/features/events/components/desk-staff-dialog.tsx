import type { Person } from '@sharemyshows/contract/accounts'
import { sayProblem } from '@/lib/problem'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { toast } from '@/ui/toast'
import { useChangeStaff } from '../desk-changes'

/** What somebody is to be from now on; null no longer looks after it. */
export type Change = { user: Person; role: 'owner' | null }

type StaffDialogProps = {
  event: { id: string; title: string }
  myId: string
  change: Change | undefined
  onClose: () => void
  onLeft: () => unknown
}

/** Asks before an event changes hands, or somebody no longer looks after it. */
export function StaffDialog({ event, myId, change, onClose, onLeft }: StaffDialogProps) {
  const deed = useChangeStaff(event.id)
  if (!change) return null
  const { user, role } = change
  const name = user.display_name ?? user.username
  const mine = user.id === myId
  const confirm = async () => {
    try {
      await deed.mutateAsync({ user_id: user.id, role })
    } catch (error) {
      toast.failed(sayProblem(error))
      throw error
    }
    if (role === 'owner') toast.done(`${name} owns it now`)
    else toast.done(mine ? 'You no longer look after it' : `${name} no longer looks after it`)
    if (mine) await onLeft()
  }
  const words = role === 'owner' ? handOver(name) : letGo(mine, name)
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      cancelLabel="Leave it"
      {...words}
      onConfirm={confirm}
    />
  )
}

const handOver = (name: string) => ({
  title: `Hand the event over to ${name}?`,
  description: `${name} decides from then on, and you stay as an editor. Only the new owner can give it back.`,
  confirmLabel: 'Hand it over',
})

const letGo = (mine: boolean, name: string) => ({
  title: mine ? 'Stop helping?' : `Remove ${name}?`,
  description: mine
    ? 'You lose its desk. Your answer and your diary stay as they are.'
    : `${name} loses the desk of this event and nothing else.`,
  confirmLabel: mine ? 'Stop helping' : 'Remove',
})
