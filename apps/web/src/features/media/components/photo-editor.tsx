import type { Photo } from '@sharemyshows/contract/photos'
import { useChangePhoto } from '../api'
import { MediumEditor } from './medium-editor'

/** Changes the caption of one's photo and who sees it. */
export function PhotoEditor({ photo, onClose }: { photo: Photo; onClose: () => void }) {
  const { mutateAsync } = useChangePhoto()
  return (
    <MediumEditor
      medium={photo}
      onChange={(change) => mutateAsync({ id: photo.id, ...change })}
      onClose={onClose}
    />
  )
}
