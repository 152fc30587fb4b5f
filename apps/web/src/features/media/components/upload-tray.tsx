import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { hasArrived, type Upload } from '../upload-item'
import { inOrder } from '../upload-line'
import { useCancelUpload } from './cancel-upload'
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
  const listed = inOrder(uploads)
  const shown = listed.slice(0, MOST_ROWS)
  const shows = [...new Set(shown.map(({ showId }) => showId))]
  const { cancel, question } = useCancelUpload()
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
      {question}
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
