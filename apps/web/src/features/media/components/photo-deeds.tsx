import type { Photo } from '@sharemyshows/contract/photos'
import { sayProblem } from '@/lib/problem'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { toast } from '@/ui/toast'
import { useDeletePhoto } from '../api'
import { PhotoEditor } from './photo-editor'

export type Deed = { kind: 'edit' | 'delete'; photo: Photo }

type PhotoDeedsProps = { deed: Deed | undefined; onEnd: () => void; onDeleted: () => void }

/** The dialogs of what an owner does with a photo. */
export function PhotoDeeds({ deed, onEnd, onDeleted }: PhotoDeedsProps) {
  const remove = useDeletePhoto()
  if (deed === undefined) return null
  if (deed.kind === 'edit') return <PhotoEditor photo={deed.photo} onClose={onEnd} />
  const confirm = async () => {
    try {
      await remove.mutateAsync(deed.photo)
    } catch (error) {
      toast.failed(sayProblem(error))
      throw error
    }
    onDeleted()
    toast.done('Photo deleted')
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onEnd()}
      title="Delete this photo?"
      description="It goes for everyone, with its original. The show and the photos of others stay."
      confirmLabel="Delete the photo"
      onConfirm={confirm}
    />
  )
}
