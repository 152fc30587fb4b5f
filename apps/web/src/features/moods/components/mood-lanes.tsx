import type { CSSProperties } from 'react'
import { moodColour } from '@/lib/moods'
import type { Lane, Tick } from '../history'

type MoodLanesProps = { lanes: readonly Lane[]; ticks: readonly Tick[] }

/** A lane for each mood with a bar for each time, its name and number beside it: nothing to decode. */
export function MoodLanes({ lanes, ticks }: MoodLanesProps) {
  const most = Math.max(1, ...lanes.flatMap(({ counts }) => counts))
  return (
    <div className="flex h-full flex-col">
      {lanes.map(({ mood, name, total, counts }) => (
        <div key={name} className="grid min-h-0 flex-1 grid-cols-[5.5rem_minmax(0,1fr)] items-end gap-3">
          <p className="flex items-baseline justify-between gap-2 pb-0.5 text-12">
            <span className="truncate font-medium">{name}</span>
            <span className="text-soft tabular-nums">{total}</span>
          </p>
          <svg
            aria-hidden
            viewBox={`0 0 ${counts.length} 1`}
            preserveAspectRatio="none"
            className="h-full w-full border-line border-b pt-2"
            style={{ color: moodColour(mood) }}
          >
            <path d={barsOf(counts, most)} fill="currentColor" />
          </svg>
        </div>
      ))}
      <div className="relative ml-25 h-5 shrink-0 text-12 text-soft">
        {ticks.map(({ at, label }) => (
          <span key={label} className="absolute top-1 whitespace-nowrap tabular-nums" style={placeOf(at)}>
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}

/** So near an end a word would leave the drawing. */
const EDGE = 0.06

function placeOf(at: number): CSSProperties {
  if (at < EDGE) return { left: 0 }
  return at > 1 - EDGE ? { right: 0 } : { left: `${at * 100}%`, translate: '-50%' }
}

const GAP = 0.12
const barsOf = (counts: readonly number[], most: number): string =>
  counts
    .map((count, n) => (count === 0 ? '' : `M${n + GAP} 1V${1 - count / most}H${n + 1 - GAP}V1Z`))
    .join('')
