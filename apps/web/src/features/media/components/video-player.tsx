import type { Video } from '@sharemyshows/contract/videos'
import { FastForward, Play, Rewind } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { cn } from '@/lib/cn'
import { Spinner } from '@/ui/spinner'
import { placeholderOf } from '../placeholder'
import { useGestures } from '../use-gestures'
import { useVideoSource } from '../use-video-source'
import { useVideoState } from '../use-video-state'
import { SKIP, skip, start, toggle } from '../video-deeds'
import { VideoControls } from './video-controls'
import { VideoFailure } from './video-failure'

type VideoPlayerProps = {
  video: Video
  element: RefObject<HTMLVideoElement | null>
  /** Nobody has touched anything for a while. */
  idle: boolean
  onPaused: (paused: boolean) => void
  /** A finger shows and hides what lies over the picture. */
  onTouch: () => void
  onSwipe: (to: 'left' | 'right' | 'down') => void
}

/** A video with controls of our own, in its place and shape before anything of it is here. */
export function VideoPlayer({ video, element, idle, onPaused, onTouch, onSwipe }: VideoPlayerProps) {
  const [attempt, setAttempt] = useState(0)
  const [skipped, setSkipped] = useState<{ side: -1 | 1; times: number }>()
  const state = useVideoState(element, video.id)
  const { ladder, failed } = useVideoSource(element, video, attempt)
  const { paused, waiting, position } = state
  useEffect(() => onPaused(paused), [paused, onPaused])

  const gestures = useGestures({
    onTap: (by) => (by === 'finger' ? onTouch() : element.current && toggle(element.current)),
    onSide: (side) => {
      if (element.current) skip(element.current, side * SKIP)
      setSkipped((before) => ({ side, times: before?.side === side ? before.times + 1 : 1 }))
    },
    onSwipe,
  })
  const blur = placeholderOf(video.placeholder)
  const ratio = (video.width ?? 16) / (video.height ?? 9)
  return (
    <div className={cn('absolute inset-0', idle && 'cursor-none')}>
      <div {...gestures} className="absolute inset-0 flex touch-none items-center justify-center">
        {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what was sung */}
        <video
          ref={element}
          // Whoever opens a video wants to see it; where the browser does not allow that, it waits to be pressed.
          autoPlay
          playsInline
          preload="metadata"
          poster={video.urls.display}
          className="max-h-full max-w-full bg-center bg-cover object-contain"
          style={{
            aspectRatio: ratio,
            width: `min(100%, 100dvh * ${ratio.toFixed(4)})`,
            backgroundColor: video.color ?? undefined,
            backgroundImage: blur && `url(${blur})`,
          }}
        />
      </div>
      {failed ? (
        <VideoFailure video={video} onRetry={() => setAttempt(attempt + 1)} />
      ) : waiting ? (
        <span
          role="status"
          className="pointer-events-none absolute inset-0 flex items-center justify-center text-white"
        >
          <Spinner className="size-12" />
          <span className="sr-only">Waiting for the video</span>
        </span>
      ) : (
        paused && <BigPlay resumes={position > 0} onPlay={() => element.current && start(element.current)} />
      )}
      {skipped && <Skipped key={`${skipped.side} ${skipped.times}`} side={skipped.side} />}
      {!failed && <VideoControls element={element} state={state} ladder={ladder} hidden={idle} />}
    </div>
  )
}

function BigPlay({ resumes, onPlay }: { resumes: boolean; onPlay: () => void }) {
  return (
    <span className="pointer-events-none absolute inset-0 flex items-center justify-center">
      <button
        type="button"
        aria-label={resumes ? 'Go on' : 'Play the video'}
        onClick={onPlay}
        className="pointer-events-auto flex size-18 items-center justify-center rounded-full bg-black/60 text-white transition-transform duration-feedback hover:scale-105 active:scale-95"
      >
        <Play aria-hidden className="ml-1 size-8 fill-current" />
      </button>
    </span>
  )
}

/** For a moment, that a double tap was understood. */
function Skipped({ side }: { side: -1 | 1 }) {
  const Icon = side < 0 ? Rewind : FastForward
  return (
    <span
      aria-hidden
      className={cn(
        'skipped pointer-events-none absolute inset-y-0 flex w-1/3 flex-col items-center justify-center gap-1 text-14 text-white',
        side < 0 ? 'left-0' : 'right-0',
      )}
    >
      <Icon className="size-8 fill-current" />
      {SKIP} seconds
    </span>
  )
}
