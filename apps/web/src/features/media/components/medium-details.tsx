import type { Audio } from '@sharemyshows/contract/audio'
import type { ReactNode } from 'react'
import { sayLength } from '@/lib/lengths'
import { sayBytes } from '@/lib/sizes'
import { CopyButton } from '@/ui/copy-button'
import { Dialog } from '@/ui/dialog'
import { type Medium, nounOf, sayTaken } from '../model'

const SOURCES: Record<string, string> = {
  exif: 'The camera said so.',
  exif_local: 'By the camera’s clock, taken to be at the venue.',
  container: 'The recorder said so.',
  file: 'The date of the file, which says nothing else.',
  upload: 'The file does not say when it was made.',
}

type MediumDetailsProps = { medium: Medium; zone: string; onClose: () => void }

/** What one's medium says of itself: all of this is the owner's alone. */
export function MediumDetails({ medium, zone, onClose }: MediumDetailsProps) {
  const { point, file_name } = medium
  const { width, height } = medium.kind === 'audio' ? { width: null, height: null } : medium
  const length = medium.kind === 'photo' ? null : medium.duration
  const tags = medium.kind === 'audio' ? tagsOf(medium.tags) : ''
  const place = point && `${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)}`
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`About this ${nounOf(medium)}`}
      description="Only you see this. What others get carries no place, no device and no file name."
    >
      <dl className="flex flex-col divide-y divide-line text-14">
        <Row label="When">
          {sayTaken(medium, zone)}
          <span className="block text-12 text-soft">{SOURCES[medium.captured_at_source ?? 'upload']}</span>
        </Row>
        <Row label="Where">
          {place ? (
            <span className="flex items-center justify-between gap-2">
              <span className="tabular-nums">{place}</span>
              <CopyButton text={place} done="Place copied" size="small">
                Copy
              </CopyButton>
            </span>
          ) : (
            'The file does not say.'
          )}
        </Row>
        {file_name && <Row label="File">{file_name}</Row>}
        {tags && <Row label="Tags">{tags}</Row>}
        {length !== null && <Row label="Length">{sayLength(length)}</Row>}
        <Row label="Size">
          {sayBytes(medium.file_size)}
          {width && height && ` · ${width} × ${height} pixels`}
        </Row>
      </dl>
    </Dialog>
  )
}

const tagsOf = (tags: Audio['tags']) => tags && Object.values(tags).filter(Boolean).join(' · ')

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="grid grid-cols-[5rem_minmax(0,1fr)] gap-3 py-3">
    <dt className="text-soft">{label}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </div>
)
