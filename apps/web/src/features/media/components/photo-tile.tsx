import type { Photo } from '@sharemyshows/contract/photos'
import { Check, LockKeyhole } from 'lucide-react'
import { type MouseEvent, memo } from 'react'
import { cn } from '@/lib/cn'
import { Spinner } from '@/ui/spinner'
import { isMine, ratioOf } from '../model'
import { useLongPress } from '../use-long-press'
import { PhotoImage } from './photo-image'

type PhotoTileProps = {
  photo: Photo
  zone: string
  /** Its width in the row, as CSS and in about as many pixels. */
  width: string
  pixels: number
  eager: boolean
  /** Taps choose instead of open; one's own alone can be chosen. */
  choosing: boolean
  chosen: boolean
  onOpen: (id: string) => void
  onChoose: (id: string, range: boolean) => void
}

/** A photo on the wall, a link to itself in full. Plain, because a wall holds hundreds of them. */
export const PhotoTile = memo(function PhotoTile({ photo, zone, ...place }: PhotoTileProps) {
  const { width, pixels, eager, choosing, chosen, onOpen, onChoose } = place
  const mine = isMine(photo)
  const { wasHeld, ...press } = useLongPress(mine ? () => onChoose(photo.id, false) : undefined)
  const open = (event: MouseEvent) => {
    // With a key held the browser knows better: a new tab, a download.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (!wasHeld()) onOpen(photo.id)
  }
  const choose = (event: MouseEvent) => {
    if (mine && !wasHeld()) onChoose(photo.id, event.shiftKey)
  }
  const inside = (
    <>
      <PhotoImage photo={photo} zone={zone} eager={eager} sizes={`${pixels}px`} />
      <span className="absolute inset-0 bg-white opacity-0 transition-opacity duration-feedback group-hover:opacity-8" />
      <Marks photo={photo} />
    </>
  )
  return (
    <li
      className={cn(
        'relative overflow-hidden rounded-small transition-opacity duration-feedback',
        choosing && !mine && 'opacity-35',
      )}
      style={{ width, aspectRatio: ratioOf(photo) }}
      {...press}
    >
      {choosing ? (
        // biome-ignore lint/a11y/useSemanticElements: a picture is the box here, and a label would be its words twice
        <button
          type="button"
          role="checkbox"
          aria-checked={chosen}
          aria-disabled={!mine}
          onClick={choose}
          className="group absolute inset-0 focus-visible:-outline-offset-4"
        >
          {inside}
          {mine && <Tick chosen={chosen} />}
        </button>
      ) : (
        <a
          href={`?photo=${photo.id}`}
          onClick={open}
          className="group absolute inset-0 [-webkit-touch-callout:none] focus-visible:-outline-offset-4"
        >
          {inside}
        </a>
      )}
    </li>
  )
})

/** Whether it is chosen, said by a shape and not by colour alone. */
const Tick = ({ chosen }: { chosen: boolean }) => (
  <>
    {chosen && <span className="absolute inset-0 rounded-small ring-4 ring-accent ring-inset" />}
    <span
      className={cn(
        'absolute top-1.5 left-1.5 flex size-6 items-center justify-center rounded-full ring-2 ring-white',
        chosen ? 'bg-accent-fill text-on-accent' : 'bg-black/45',
      )}
    >
      {chosen && <Check aria-hidden className="size-4 stroke-3" />}
    </span>
  </>
)

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
