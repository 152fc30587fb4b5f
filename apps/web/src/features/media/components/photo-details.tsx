import type { Photo } from '@sharemyshows/contract/photos'
import type { ReactNode } from 'react'
import { sayBytes } from '@/lib/sizes'
import { CopyButton } from '@/ui/copy-button'
import { Dialog } from '@/ui/dialog'
import { sayTaken } from '../model'

const SOURCES: Record<string, string> = {
  exif: 'The camera said so.',
  exif_local: 'By the camera’s clock, taken to be at the venue.',
  container: 'The recorder said so.',
  file: 'The date of the file; the camera did not say.',
  upload: 'The camera did not say when it was taken.',
}

/** What one's photo says of itself: all of this is the owner's alone. */
export function PhotoDetails({ photo, zone, onClose }: { photo: Photo; zone: string; onClose: () => void }) {
  const { point, file_name, width, height } = photo
  const place = point && `${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)}`
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="About this photo"
      description="Only you see this. What others get carries no place, no device and no file name."
    >
      <dl className="flex flex-col divide-y divide-line text-14">
        <Row label="Taken">
          {sayTaken(photo, zone)}
          <span className="block text-12 text-soft">{SOURCES[photo.captured_at_source ?? 'upload']}</span>
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
        <Row label="Size">
          {sayBytes(photo.file_size)}
          {width && height && ` · ${width} × ${height} pixels`}
        </Row>
      </dl>
    </Dialog>
  )
}

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="grid grid-cols-[5rem_minmax(0,1fr)] gap-3 py-3">
    <dt className="text-soft">{label}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </div>
)
