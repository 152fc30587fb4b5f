import { Camera } from 'lucide-react'
import { useMediaQuery } from '@/lib/hooks'
import { DropZone } from '@/ui/drop-zone'
import { PHOTO_TYPES } from '../model'
import { useUploads } from '../uploads'
import { DropAnywhere } from './drop-anywhere'
import { PickPhotos } from './pick-photos'
import { UploadTray } from './upload-tray'

/** Takes photos for a show by choosing, by drop or from the camera, and follows them on their way. */
export function AddPhotos({ showId }: { showId: string }) {
  const { uploads, queue } = useUploads(showId)
  const onPhone = useMediaQuery('(pointer: coarse)')
  const add = (files: File[]) => queue.add(showId, files)
  return (
    <div className="flex flex-col gap-3">
      <DropZone
        label={onPhone ? 'Choose photos' : 'Drop photos here, or choose them'}
        hint="JPEG, PNG, HEIC, WebP, AVIF or GIF, up to 50 MB each"
        accept={PHOTO_TYPES}
        onFiles={add}
      />
      {onPhone && (
        <PickPhotos camera onFiles={add}>
          <Camera aria-hidden />
          Take a photo
        </PickPhotos>
      )}
      <DropAnywhere onFiles={add} />
      <UploadTray uploads={uploads} queue={queue} />
    </div>
  )
}
