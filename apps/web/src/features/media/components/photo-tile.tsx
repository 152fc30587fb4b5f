import type { Photo } from '@sharemyshows/contract/photos'
import { LockKeyhole } from 'lucide-react'
import { memo } from 'react'
import { Spinner } from '@/ui/spinner'
import { isMine } from '../model'
import { PhotoImage } from './photo-image'
import { type TileProps, WallTile } from './wall-tile'

type PhotoTileProps = TileProps & { photo: Photo; eager: boolean }

/** A photo on the wall. Plain, because a wall holds hundreds of them. */
export const PhotoTile = memo(function PhotoTile({ photo, zone, pixels, eager, ...place }: PhotoTileProps) {
  return (
    <WallTile medium={photo} {...place}>
      <PhotoImage photo={photo} zone={zone} eager={eager} sizes={`${pixels}px`} />
      <span className="absolute inset-0 bg-white opacity-0 transition-opacity duration-feedback group-hover:opacity-8" />
      <Marks photo={photo} />
    </WallTile>
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
