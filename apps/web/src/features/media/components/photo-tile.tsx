import type { Photo } from '@sharemyshows/contract/media'
import { Link } from '@tanstack/react-router'
import { LockKeyhole } from 'lucide-react'
import { Spinner } from '@/ui/spinner'
import { isMine, ratioOf } from '../model'
import { PhotoImage } from './photo-image'

type PhotoTileProps = { photo: Photo; zone: string; rows: RowHeights; eager: boolean; onOpen: () => void }

/** Least height of a row in rem: on phones, from 40 rem and from 64 rem of width on. */
export type RowHeights = readonly [phone: number, tablet: number, desktop: number]

/** Rows grow up to about this much, to be filled. */
const GROWTH = 1.25

/** A photo on the wall, a link to itself in full. Its box has its shape before a byte of it is here. */
export function PhotoTile({ photo, zone, rows, eager, onOpen }: PhotoTileProps) {
  const ratio = ratioOf(photo)
  const [phone, tablet, desktop] = rows.map((height) => `${(height * ratio * GROWTH).toFixed(1)}rem`)
  return (
    <li
      className="relative min-w-0 max-w-full overflow-hidden rounded-small"
      // Widths in proportion to the ratios: all heights of a row come out the same.
      style={{ flex: `${ratio * 100} 1 calc(var(--row) * ${ratio})`, aspectRatio: ratio }}
    >
      <Link
        to="."
        search={(known) => ({ ...known, photo: photo.id })}
        resetScroll={false}
        preload={false}
        onClick={onOpen}
        className="group absolute inset-0 focus-visible:-outline-offset-4"
      >
        <PhotoImage
          photo={photo}
          zone={zone}
          eager={eager}
          sizes={`(min-width: 64rem) ${desktop}, (min-width: 40rem) ${tablet}, ${phone}`}
        />
        <span className="absolute inset-0 bg-white opacity-0 transition-opacity duration-feedback group-hover:opacity-8" />
        <Marks photo={photo} />
      </Link>
    </li>
  )
}

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
