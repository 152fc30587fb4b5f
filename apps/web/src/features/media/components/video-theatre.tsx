import type { Video } from '@sharemyshows/contract/videos'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { sayAudience } from '@/lib/audience'
import { cn } from '@/lib/cn'
import { nameOf, titleOf } from '@/lib/media-words'
import { FullWindow } from '@/ui/full-window'
import { IconButton } from '@/ui/icon-button'
import { ShareButton } from '@/ui/share-button'
import type { TintSource } from '@/ui/tint'
import { describeMedium, isMine, sayTaken } from '../model'
import { useIdle } from '../use-idle'
import { deedOf } from '../video-deeds'
import type { RecordingAsked } from './recording-dialogs'
import { RecordingMenu } from './recording-menu'
import { VideoPlayer } from './video-player'
import { VideoPreparing } from './video-preparing'
import './video-theatre.css'

type Way = (() => void) | undefined

export type VideoTheatreProps = {
  video: Video
  zone: string
  tint: TintSource
  /** Absent at either end. */
  onPrevious: Way
  onNext: Way
  onClose: () => void
  onAsk: (about: RecordingAsked['about']) => void
  onDelete: () => void
}

const BUTTON = 'text-white/85 hover:bg-white/15 hover:text-white'

/** A video over the whole window, and the ways to those beside it. */
export default function VideoTheatre({
  video,
  zone,
  tint,
  onPrevious,
  onNext,
  onClose,
  ...does
}: VideoTheatreProps) {
  const element = useRef<HTMLVideoElement>(null)
  const [paused, setPaused] = useState(true)
  const { idle, wake, rest } = useIdle(!paused)
  const plays = video.urls.hls !== undefined || video.urls.stream !== undefined

  const onKeyDown = (event: KeyboardEvent) => {
    wake()
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
    const way = event.shiftKey && { N: onNext, P: onPrevious }[event.key]
    const onButton = event.target instanceof HTMLElement && event.target.matches('button, a, input')
    const deed = onButton && /^(?: |Arrow.*)$/.test(event.key) ? undefined : deedOf(event.key)
    if (way) way()
    else if (deed && element.current) deed(element.current)
    else return
    event.preventDefault()
  }
  const onSwipe = (to: 'left' | 'right' | 'down') => {
    if (to === 'down') onClose()
    else (to === 'left' ? onNext : onPrevious)?.()
  }
  return (
    <FullWindow title={describeMedium(video, zone)} tint={tint} onClose={onClose} onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only watches whether anybody is there */}
      <div className="absolute inset-0" onPointerMove={wake} onFocus={wake}>
        {plays ? (
          <VideoPlayer
            key={video.id}
            video={video}
            element={element}
            idle={idle}
            onPaused={setPaused}
            onTouch={idle ? wake : rest}
            onSwipe={onSwipe}
          />
        ) : (
          <VideoPreparing video={video} />
        )}
        <Heading video={video} zone={zone} hidden={idle}>
          <ShareButton
            path={`?video=${video.id}`}
            title={titleOf(video)}
            closed={
              video.audience === 'public'
                ? undefined
                : `Not everyone sees this video (${sayAudience(video.audience)}).`
            }
          />
          <RecordingMenu recording={video} {...does} />
          <IconButton label="Close" icon={<X />} onClick={onClose} className={BUTTON} />
        </Heading>
        <Beside
          way={onPrevious}
          label="Previous video"
          hidden={idle}
          className="left-2"
          icon={<ChevronLeft />}
        />
        <Beside way={onNext} label="Next video" hidden={idle} className="right-2" icon={<ChevronRight />} />
      </div>
    </FullWindow>
  )
}

type HeadingProps = { video: Video; zone: string; hidden: boolean; children: React.ReactNode }

/** What it is, whose and when, and what can be done with it. */
function Heading({ video, zone, hidden, children }: HeadingProps) {
  return (
    <div
      className={cn(
        'pointer-events-none absolute inset-x-0 top-0 flex items-start gap-2 bg-linear-to-b from-black/85 via-black/60 to-transparent pr-2 pb-12 pl-4 text-white transition-opacity duration-place sm:pl-6',
        'pt-[max(0.5rem,env(safe-area-inset-top))]',
        hidden ? 'opacity-0' : '*:pointer-events-auto',
      )}
    >
      <div className="min-w-0 flex-1 pt-2">
        <p className="line-clamp-2 font-display font-medium text-16 sm:text-20">{titleOf(video)}</p>
        <p className="mt-0.5 text-12 text-white/80 sm:text-14">
          {isMine(video) ? 'You' : nameOf(video)}
          {' · '}
          <time dateTime={video.captured_at ?? video.created_at}>{sayTaken(video, zone)}</time>
          {isMine(video) && ` · ${sayAudience(video.audience)}`}
        </p>
      </div>
      <div className="flex shrink-0 [&_button]:text-white/85 [&_button]:hover:bg-white/15 [&_button]:hover:text-white">
        {children}
      </div>
    </div>
  )
}

type BesideProps = { way: Way; label: string; hidden: boolean; className: string; icon: React.ReactNode }

/** For mice; fingers swipe. */
function Beside({ way, label, hidden, className, icon }: BesideProps) {
  if (way === undefined) return null
  return (
    <IconButton
      label={label}
      icon={icon}
      onClick={way}
      className={cn(
        '-translate-y-1/2 absolute top-1/2 rounded-full bg-black/40 text-white transition-opacity duration-place hover:bg-black/70 hover:text-white max-sm:hidden',
        className,
        hidden && 'opacity-0',
      )}
    />
  )
}
