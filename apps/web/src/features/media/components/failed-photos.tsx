import type { Photo } from '@sharemyshows/contract/photos'
import { ImageOff, RotateCcw, Trash2 } from 'lucide-react'
import { sayProblem } from '@/lib/problem'
import { IconButton } from '@/ui/icon-button'
import { toast } from '@/ui/toast'
import { useRetryPhoto } from '../api'
import { useDeleteMedia } from '../sets'
import { MediaRow } from './media-row'

/** One's own photos that arrived but could not be prepared: why, and another try. */
export function FailedPhotos({ photos }: { photos: readonly Photo[] }) {
  const retry = useRetryPhoto()
  const remove = useDeleteMedia()
  if (photos.length === 0) return null
  const onError = (error: unknown) => toast.failed(sayProblem(error))
  return (
    <section
      aria-label="Photos that failed"
      className="overflow-hidden rounded-card bg-surface light:ring-1 light:ring-line"
    >
      <ul className="divide-y divide-line">
        {photos.map((photo) => {
          const name = photo.file_name ?? 'A photo'
          return (
            <MediaRow
              key={photo.id}
              preview={<ImageOff aria-hidden className="text-danger" />}
              name={name}
              detail={photo.failure ?? 'This photo could not be prepared.'}
              failed
              actions={
                <>
                  <IconButton
                    label={`Try ${name} again`}
                    icon={<RotateCcw />}
                    onClick={() => retry.mutate(photo, { onError })}
                  />
                  <IconButton
                    label={`Delete ${name}`}
                    icon={<Trash2 />}
                    onClick={() =>
                      photo.show_id !== null &&
                      remove.mutate({ showId: photo.show_id, ids: [photo.id], noun: 'photo' })
                    }
                  />
                </>
              }
            />
          )
        })}
      </ul>
    </section>
  )
}
