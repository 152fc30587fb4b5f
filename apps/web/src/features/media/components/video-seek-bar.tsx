import { sayLength } from '@/lib/lengths'
import { useScrub } from '@/ui/use-scrub'

type VideoSeekBarProps = {
  /** Seconds. */
  position: number
  length: number
  /** Up to which share bytes are here, 0–1. */
  buffered: number
  onSeek: (seconds: number) => void
}

/** Where a video is, how much of it is here, and the way elsewhere in it. */
export function VideoSeekBar({ buffered, ...scrubbed }: VideoSeekBarProps) {
  const { slider, shown, pointed } = useScrub({ label: 'Position in the video', ...scrubbed })
  const { length } = scrubbed
  const part = (seconds: number) => `${length > 0 ? (seconds / length) * 100 : 0}%`
  return (
    <div
      {...slider}
      className="group relative flex h-6 touch-none select-none items-center rounded-small pointer-coarse:h-11"
    >
      <div className="relative h-1 w-full overflow-hidden rounded-full bg-white/25 transition-[height] duration-feedback group-hover:h-1.5">
        <div className="absolute inset-y-0 left-0 bg-white/35" style={{ width: `${buffered * 100}%` }} />
        <div className="absolute inset-y-0 left-0 bg-accent" style={{ width: part(shown) }} />
      </div>
      <span
        aria-hidden
        className="-translate-x-1/2 pointer-events-none absolute size-3.5 rounded-full bg-white shadow-float"
        style={{ left: part(shown) }}
      />
      {pointed !== undefined && (
        <span
          aria-hidden
          className="-translate-x-1/2 pointer-events-none absolute bottom-full rounded-small bg-black/80 px-1.5 text-12 tabular-nums"
          style={{ left: `clamp(1.5rem, ${part(pointed)}, calc(100% - 1.5rem))` }}
        >
          {sayLength(pointed)}
        </span>
      )}
    </div>
  )
}
