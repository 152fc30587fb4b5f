import type { Segment } from '@sharemyshows/contract/analysis'
import type { Waveform } from '@sharemyshows/contract/audio'
import { useMemo } from 'react'
import { barsOf, loudestOf, strokesOf } from '@/lib/waveform'
import { cropped, type Window } from '../timeline'

/** A bar and the gap beside it, in pixels. */
const PITCH = 3
/** More bars than a screen is wide say no more. */
const MOST_BARS = 1200

type TimelineWaveformProps = {
  wave: Waveform
  segments: readonly Segment[]
  duration: number
  view: Window
  /** In pixels. */
  width: number
  /** In seconds; what comes after it is fainter. */
  played: number
}

const KINDS = ['music', 'speech', 'applause', 'silence'] as const

/** The part of a waveform that is in sight, each bar in the colour of its section. */
export function TimelineWaveform({ wave, segments, duration, view, width, played }: TimelineWaveformProps) {
  const { from, to } = view
  const count = Math.max(1, Math.min(MOST_BARS, Math.floor(width / PITCH)))
  const full = useMemo(() => loudestOf(wave), [wave])
  const paths = useMemo(() => {
    const bars = barsOf(cropped(wave, { from, to }, duration), count, full)
    const kinds = kindsOf(segments, { from, to }, count)
    return KINDS.map((kind) => ({ kind, strokes: strokesOf(bars, (at) => kinds[at] === kind) }))
  }, [wave, segments, duration, from, to, count, full])
  const share = to > from ? Math.min(1, Math.max(0, (played - from) / (to - from))) : 0
  const layer = (className: string) => (
    <svg
      aria-hidden
      viewBox={`0 0 ${count} 100`}
      preserveAspectRatio="none"
      className={`absolute inset-0 size-full overflow-visible ${className}`}
    >
      {paths.map(({ kind, strokes }) => (
        <path
          key={kind}
          d={strokes}
          stroke="currentColor"
          strokeWidth={2}
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
          className={`section-ink section-${kind}`}
        />
      ))}
    </svg>
  )
  return (
    <>
      {layer('opacity-45')}
      <div className="absolute inset-0" style={{ clipPath: `inset(-4px ${(1 - share) * 100}% -4px -4px)` }}>
        {layer('')}
      </div>
    </>
  )
}

/** The kind of section in the middle of each bar; both lists go forward in time together. */
function kindsOf(segments: readonly Segment[], { from, to }: Window, count: number): Segment['kind'][] {
  let at = 0
  return Array.from({ length: count }, (_, bar) => {
    const moment = from + ((bar + 0.5) / count) * (to - from)
    while (at + 1 < segments.length && (segments[at]?.end ?? 0) <= moment) at++
    return segments[at]?.kind ?? 'music'
  })
}
