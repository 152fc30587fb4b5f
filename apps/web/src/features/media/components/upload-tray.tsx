import { CircleCheck } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { sayBytes } from '@/lib/sizes'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { hasArrived, isPending, type Upload } from '../upload-item'
import { inOrder } from '../upload-line'
import { PART_BYTES } from '../upload-part'
import { ask } from '../uploads'
import { UploadRow } from './upload-row'

/** More rows help nobody and cost a phone its smoothness. */
const MOST_ROWS = 40

type UploadTrayProps = {
  uploads: readonly Upload[]
  /** What a show is called, with the way there; null stands for none. */
  heading: (showId: string | null) => ReactNode
}

/** The files that are on their way or have failed, by show; those that have arrived fold away. */
export function UploadTray({ uploads, heading }: UploadTrayProps) {
  const [asking, setAsking] = useState<Upload>()
  const listed = inOrder(uploads)
  const shown = listed.slice(0, MOST_ROWS)
  const shows = [...new Set(shown.map(({ showId }) => showId))]
  // What costs a part to send again is asked about first.
  const cancel = (upload: Upload) => {
    if (isPending(upload) && upload.sent >= PART_BYTES) setAsking(upload)
    else ask({ do: 'remove', keys: [upload.key] })
  }
  return (
    <>
      {shows.map((showId) => (
        <section key={showId} className="mb-2">
          {heading(showId)}
          <ul className="divide-y divide-line">
            {shown
              .filter((upload) => upload.showId === showId)
              .map((upload) => (
                <UploadRow key={upload.key} upload={upload} onCancel={cancel} />
              ))}
          </ul>
        </section>
      ))}
      {listed.length > shown.length && (
        <p className="px-3 py-3 text-12 text-soft">and {listed.length - shown.length} more</p>
      )}
      <Folded uploads={uploads} />
      <ConfirmDialog
        open={asking !== undefined}
        onOpenChange={() => setAsking(undefined)}
        title="Cancel this upload?"
        description={`${sayBytes(asking?.sent ?? 0)} of ${asking?.name ?? 'it'} have left already. They would be sent again.`}
        confirmLabel="Cancel it"
        cancelLabel="Keep sending"
        onConfirm={() => ask({ do: 'remove', keys: asking ? [asking.key] : [] })}
      />
    </>
  )
}

/** One line for all that have arrived. */
function Folded({ uploads }: { uploads: readonly Upload[] }) {
  const arrived = uploads.filter(hasArrived)
  const had = arrived.filter(({ duplicate }) => duplicate).length
  if (arrived.length === 0) return null
  return (
    <p className="flex min-h-11 items-center gap-3 px-3 text-14 text-soft">
      <CircleCheck aria-hidden className="size-5 shrink-0 text-success" />
      <span>
        {arrived.length === 1 ? 'One has arrived' : `${arrived.length} have arrived`}
        {had > 0 && sayHad(had, arrived.length)}
      </span>
    </p>
  )
}

function sayHad(had: number, all: number): string {
  if (had === all) return all === 1 ? '; it was there already' : '; they were there already'
  return had === 1 ? ', one of which was there already' : `, ${had} of which were there already`
}
