import type { Photo } from '@sharemyshows/contract/photos'
import { LockKeyhole } from 'lucide-react'
import { type MouseEvent, memo } from 'react'
import { Spinner } from '@/ui/spinner'
import { isMine, ratioOf } from '../model'
import { PhotoImage } from './photo-image'

type PhotoTileProps = {
  photo: Photo
  zone: string
  /** Its width in the row, as CSS and in about as many pixels. */
  width: string
  pixels: number
  eager: boolean
  onOpen: (id: string) => void
}

/** A photo on the wall, a link to itself in full. Plain, because a wall holds hundreds of them. */
export const PhotoTile = memo(function PhotoTile({ photo, zone, ...place }: PhotoTileProps) {
  const { width, pixels, eager, onOpen } = place
  const open = (event: MouseEvent) => {
    // With a key held the browser knows better: a new tab, a download.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onOpen(photo.id)
  }
  return (
    <li className="relative overflow-hidden rounded-small" style={{ width, aspectRatio: ratioOf(photo) }}>
      <a
        href={`?photo=${photo.id}`}
        onClick={open}
        className="group absolute inset-0 focus-visible:-outline-offset-4"
      >
        <PhotoImage photo={photo} zone={zone} eager={eager} sizes={`${pixels}px`} />
        <span className="absolute inset-0 bg-white opacity-0 transition-opacity duration-feedback group-hover:opacity-8" />
        <Marks photo={photo} />
      </a>
    </li>
  )
})

function Marks({ photo }: { photo: Photo }) {
  const mark =
    'absolute flex items-center gap-1.5 rounded-full bg-black/65 p-1.5 font-medium text-12 text-white [&_svg]:size-3.5'
  return (
    <>
      {photo.state === 'processing' && (
        <span className={`${mark} bottom-1.5 left-1.5`}>
          <Spinner />
          <span className="sr-only">Being prepared</span>
        </span>
      )}
      {isMine(photo) && photo.audience === 'private' && (
        <span className={`${mark} top-1.5 right-1.5`}>
          <LockKeyhole aria-hidden />
          <span className="sr-only">Only you see this</span>
        </span>
      )}
    </>
  )
}
