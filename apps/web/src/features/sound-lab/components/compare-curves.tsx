import type { Analysis } from '@sharemyshows/contract/analysis'
import type { Waveform } from '@sharemyshows/contract/audio'
import { sayLength } from '@/lib/lengths'
import { barsOf } from '@/lib/waveform'
import { curvePath } from '../compare'
import { Panel } from './panel'

/** Half the picture's height, in its own units; its width is 1,000. */
const HALF = 90
/** Strokes over the longer of the two. */
const STROKES = 250

/** Of one: what was found, and its peaks as far as they are there. */
type Side = { analysis: Analysis; wave: Waveform | null | undefined }
type CompareCurvesProps = { a: Side; b: Side }

/** Both along the same seconds: A upwards from the middle, B downwards, each with its energy as a line. */
export function CompareCurves({ a, b }: CompareCurvesProps) {
  const seconds = Math.max(a.analysis.duration, b.analysis.duration)
  const label = `Waveforms and energy, A ${sayLength(a.analysis.duration)} long, B ${sayLength(b.analysis.duration)}`
  return (
    <Panel title="Over each other">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 1000 ${HALF * 2}`}
        preserveAspectRatio="none"
        className="h-44 w-full sm:h-60"
      >
        <line
          x1="0"
          x2="1000"
          y1={HALF}
          y2={HALF}
          className="stroke-line"
          vectorEffect="non-scaling-stroke"
        />
        <g className="stroke-cyan">
          <Lane side={a} seconds={seconds} />
        </g>
        <g className="stroke-magenta" transform={`translate(0 ${HALF * 2}) scale(1 -1)`}>
          <Lane side={b} seconds={seconds} />
        </g>
      </svg>
      <p className="mt-2 flex justify-between text-12 text-soft tabular-nums">
        <span>0:00</span>
        <span>
          <span className="text-cyan">A</span> above, <span className="text-magenta">B</span> below; the lines
          are energy
        </span>
        <span>{sayLength(seconds)}</span>
      </p>
    </Panel>
  )
}

/** The upper half of one: strokes as high as its peaks, and the line of its energy. */
function Lane({ side: { analysis, wave }, seconds }: { side: Side; seconds: number }) {
  const share = seconds > 0 ? analysis.duration / seconds : 1
  const count = Math.max(1, Math.round(STROKES * share))
  const strokes = wave ? barsOf(wave, count).map((bar, at) => strokeAt(bar, at)) : []
  return (
    <>
      <path
        d={strokes.join('')}
        fill="none"
        strokeWidth={2}
        className="opacity-35"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={curvePath(analysis.energy_curve, seconds, HALF)}
        fill="none"
        strokeWidth={2}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </>
  )
}

const strokeAt = (bar: number, at: number): string => {
  const x = (((at + 0.5) * 1000) / STROKES).toFixed(1)
  return `M${x} ${HALF}V${(HALF - bar * HALF).toFixed(1)}`
}
