import { CircleAlert, RotateCcw, Trash2 } from 'lucide-react'
import { sayProblem } from '@/lib/problem'
import { IconButton } from '@/ui/icon-button'
import { toast } from '@/ui/toast'
import { type Medium, nounOf } from '../model'
import { useDeleteMedia } from '../sets'
import { MediaRow } from './media-row'

/** Has a failed one prepared again. */
export type Retry<Kind extends Medium> = {
  mutate: (medium: Kind, options: { onError: (error: unknown) => void }) => void
}

/** One's own media that arrived but could not be prepared: why, and another try. */
export function FailedMedia<Kind extends Medium>({
  media,
  retry,
}: {
  media: readonly Kind[]
  retry: Retry<Kind>
}) {
  const remove = useDeleteMedia()
  if (media.length === 0) return null
  const onError = (error: unknown) => toast.failed(sayProblem(error))
  return (
    <section
      aria-label="What could not be prepared"
      className="overflow-hidden rounded-card bg-surface light:ring-1 light:ring-line"
    >
      <ul className="divide-y divide-line">
        {media.map((medium) => {
          const { id, show_id } = medium
          const noun = nounOf(medium)
          const name = medium.file_name ?? `A ${noun}`
          return (
            <MediaRow
              key={id}
              preview={<CircleAlert aria-hidden className="text-danger" />}
              name={name}
              detail={medium.failure ?? `This ${noun} could not be prepared.`}
              failed
              actions={
                <>
                  <IconButton
                    label={`Try ${name} again`}
                    icon={<RotateCcw />}
                    onClick={() => retry.mutate(medium, { onError })}
                  />
                  <IconButton
                    label={`Delete ${name}`}
                    icon={<Trash2 />}
                    onClick={() => show_id !== null && remove.mutate({ showId: show_id, ids: [id], noun })}
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
