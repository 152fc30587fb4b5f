import { sayProblem } from '@/lib/problem'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { toast } from '@/ui/toast'
import { useDeleteEvent } from '../desk-changes'
import { sayPeople, toldOf } from '../desk-words'
import type { Event } from '../model'

type DeleteDialogProps = {
  event: Event
  open: boolean
  onOpenChange: (open: boolean) => void
  onDeleted: () => unknown
}

/** Asks before an event is withdrawn, and says what goes along. */
export function DeleteDialog({ event, open, onOpenChange, onDeleted }: DeleteDialogProps) {
  const remove = useDeleteEvent(event.id)
  const told = toldOf(event)
  const confirm = async () => {
    try {
      await remove.mutateAsync()
    } catch (error) {
      toast.failed(sayProblem(error))
      throw error
    }
    toast.done('The event is withdrawn')
    await onDeleted()
  }
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Withdraw the event?"
      description={
        told > 0
          ? `Its answers and its waitlist go, and ${sayPeople(told)} will be told. What people have in their diaries stays with them.`
          : 'It goes with its answers. What people have in their diaries stays with them.'
      }
      confirmLabel="Withdraw it"
      onConfirm={confirm}
    />
  )
}
