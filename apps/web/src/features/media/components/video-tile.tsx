import type { Video } from '@sharemyshows/contract/videos'
import { LockKeyhole, Play } from 'lucide-react'
import { memo, type PointerEvent, useState } from 'react'
import { sayLength, speakLength } from '@/lib/lengths'
import { titleOf } from '@/lib/media-words'
import { Spinner } from '@/ui/spinner'
import { isMine } from '../model'
import { mayPreview } from '../previews'
import { useProgress } from '../use-progress'
import { PhotoImage } from './photo-image'
import { type TileProps, WallTile } from './wall-tile'

type VideoTileProps = TileProps & { video: Video }

/** A video on the wall: its still, and a few silent seconds for whoever points at it. */
export const VideoTile = memo(function VideoTile({ video, zone, pixels, ...place }: VideoTileProps) {
  const [pointed, setPointed] = useState(false)
  const { preview } = video.urls
  const look = () => setPointed(mayPreview())
  const leave = () => setPointed(false)
  const link = {
    onFocus: look,
    onBlur: leave,
    onPointerEnter: ({ pointerType }: PointerEvent) => pointerType === 'mouse' && look(),
    onPointerLeave: leave,
  }
  return (
    <WallTile medium={video} link={link} {...place}>
      <PhotoImage photo={video} zone={zone} sizes={`${pixels}px`} />
      {pointed && preview && (
        <video
          src={preview}
          muted
          autoPlay
          loop
          playsInline
          disablePictureInPicture
          aria-hidden
          tabIndex={-1}
          className="absolute inset-0 size-full object-cover"
        />
      )}
      <Marks video={video} />
    </WallTile>
  )
})

const MARK =
  'absolute flex items-center gap-1 rounded-full bg-black/65 px-2 py-1 font-medium text-12 text-white tabular-nums [&_svg]:size-3.5'

function Marks({ video }: { video: Video }) {
  return (
    <>
      {video.state === 'processing' ? (
        <Preparing id={video.id} />
      ) : (
        <span className={`${MARK} right-1.5 bottom-1.5`}>
          <Play aria-hidden className="fill-current" />
          {video.duration !== null && (
            <>
              <span aria-hidden>{sayLength(video.duration)}</span>
              <span className="sr-only">{`, ${titleOf(video)}, ${speakLength(video.duration)}`}</span>
            </>
          )}
        </span>
      )}
      {isMine(video) && video.audience === 'private' && (
        <span className={`${MARK} top-1.5 right-1.5`}>
          <LockKeyhole aria-hidden />
          <span className="sr-only">Only you see this</span>
        </span>
      )}
    </>
  )
}

function Preparing({ id }: { id: string }) {
  const told = useProgress(id)
  return (
    <span className={`${MARK} bottom-1.5 left-1.5`}>
      <Spinner />
      <span className="sr-only">Being prepared</span>
      {told && told.progress > 0 && `${Math.round(told.progress * 100)} %`}
    </span>
  )
}
