import { sayProblem } from '@/lib/problem'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { toast } from '@/ui/toast'
import { useRemoveShow } from '../changes'
import type { Show } from '../model'

type RemoveDialogProps = {
  show: Show
  open: boolean
  onOpenChange: (open: boolean) => void
  onRemoved: () => unknown
}

/** Asks before my part of a show goes, and says what goes along. */
export function RemoveDialog({ show, open, onOpenChange, onRemoved }: RemoveDialogProps) {
  const remove = useRemoveShow(show.id)
  const confirm = async () => {
    try {
      await remove.mutateAsync()
    } catch (error) {
      toast.failed(sayProblem(error))
      throw error
    }
    toast.done(`${show.artist_name} is out of your diary`)
    await onRemoved()
  }
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Delete this show from your diary?"
      description={whatGoes(show)}
      confirmLabel="Delete it"
      onConfirm={confirm}
    />
  )
}

function whatGoes({ counts, my_attendance: mine }: Show): string {
  const parts = [
    mine?.notes && 'your notes',
    mine?.rating != null && 'your rating',
    counts.photos > 0 && 'every photo you added',
    counts.audio > 0 && 'every recording you added',
    counts.videos > 0 && 'every video you added',
  ].filter((part) => typeof part === 'string')
  const mineGoes = parts.length > 0 ? `${upperFirst(listed(parts))} will be gone for good. ` : ''
  const rest =
    counts.attendees > 1
      ? 'What others added stays with them.'
      : 'If nobody else keeps it, the show itself goes, too, with its setlist and comments.'
  return mineGoes + rest
}

const listed = (parts: readonly string[]) => new Intl.ListFormat('en-GB').format(parts)
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
