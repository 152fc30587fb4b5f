import type { Waveform } from '@sharemyshows/contract/audio'
import { useMemo } from 'react'
import { cn } from '@/lib/cn'
import { useWidth } from '@/lib/use-width'
import { barsOf, strokesOf } from '@/lib/waveform'

/** A bar and the gap beside it, in pixels. */
const PITCH = 3

type WaveformShapeProps = {
  /** Undefined while it loads; null where there is none, which is a plain line. */
  wave: Waveform | undefined | null
  /** Share that has been played, 0–1. */
  played: number
  /** It moves on by itself. */
  moving: boolean
}

/** A recording as bars, those that were played in the accent of what is around. It fills its box. */
export function WaveformShape({ wave, played, moving }: WaveformShapeProps) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const count = Math.max(1, Math.floor(width / PITCH))
  const strokes = useMemo(() => wave && width > 0 && strokesOf(barsOf(wave, count)), [wave, width, count])
  const share = `${(Math.min(1, Math.max(0, played)) * 100).toFixed(3)}%`
  const layer = (className: string) =>
    strokes ? (
      <svg
        aria-hidden
        viewBox={`0 0 ${count} 100`}
        preserveAspectRatio="none"
        className={cn('absolute inset-0 size-full overflow-visible', className)}
      >
        <path
          d={strokes}
          stroke="currentColor"
          strokeWidth={2}
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    ) : (
      <span
        className={cn('-translate-y-1/2 absolute inset-x-0 top-1/2 h-1 rounded-full bg-current', className)}
      />
    )
  return (
    <div ref={ref} className={cn('relative size-full', wave === undefined && 'animate-pulse')}>
      {layer('text-ink/30')}
      <div
        className={cn(
          'absolute inset-0 text-accent',
          // The element tells its time four times a second.
          moving && 'transition-[clip-path] duration-250 ease-linear',
        )}
        style={{ clipPath: `inset(-4px calc(100% - ${share}) -4px -4px)` }}
      >
        {layer('')}
      </div>
    </div>
  )
}
