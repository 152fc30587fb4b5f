import type { Analysis } from '@sharemyshows/contract/analysis'
import { useEffect, useMemo, useRef } from 'react'
import { sayLength } from '@/lib/lengths'
import { KINDS } from '../analysis-words'
import { pixelOf } from '../palette'
import { PITCHES, ticksIn, type Window, within } from '../timeline'

type LaneProps = { analysis: Analysis; view: Window; width: number }

/** A name needs this much room, in pixels. */
const ROOM = 64
/** As wide as a time is written, in pixels: none is cut off at the end. */
const LABEL = 52
/** Beats that are closer say nothing, in pixels. */
const CLOSEST_BEATS = 5

/** Where a moment is, as a share of what is in sight. */
const place = (moment: number, { from, to }: Window) =>
  `${(((moment - from) / (to - from)) * 100).toFixed(3)}%`
const extent = (start: number, end: number, { from, to }: Window) =>
  `${(((end - start) / (to - from)) * 100).toFixed(3)}%`
const inSight = (view: Window) => (part: { start: number; end: number }) =>
  part.end > view.from && part.start < view.to

/** Round moments. */
export function TimeAxis({ view, width }: Omit<LaneProps, 'analysis'>) {
  return (
    <div aria-hidden className="relative h-5 text-12 text-soft tabular-nums">
      {ticksIn(
        { ...view, to: view.to - (view.to - view.from) * (LABEL / Math.max(LABEL, width)) },
        Math.max(2, Math.floor(width / 90)),
      ).map((moment) => (
        <span
          key={moment}
          className="absolute border-edge border-l pl-1 leading-4"
          style={{ left: place(moment, view) }}
        >
          {moment % 1 === 0 ? sayLength(moment) : `${sayLength(moment)}.5`}
        </span>
      ))}
    </div>
  )
}

/** The beats, where they are far enough apart to be seen. */
export function BeatLane({ analysis, view, width }: LaneProps) {
  const beats = within(analysis.beats, view)
  const seen = width / Math.max(1, beats.length) >= CLOSEST_BEATS ? beats : []
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${view.to - view.from} 1`}
      preserveAspectRatio="none"
      className="block h-2.5 w-full text-soft"
    >
      <path
        d={seen.map((beat) => `M${(beat - view.from).toFixed(3)} 0V1`).join('')}
        stroke="currentColor"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}

/** What goes on when: music, speech, applause, silence. */
export function SectionLane({ analysis, view, width }: LaneProps) {
  const span = view.to - view.from
  return (
    <div aria-hidden className="relative h-6 overflow-hidden rounded-small">
      {analysis.segments.filter(inSight(view)).map(({ kind, start, end }) => {
        const from = Math.max(start, view.from)
        const room = ((Math.min(end, view.to) - from) / span) * width
        return (
          <span
            key={start}
            className={`section-band section-${kind} absolute inset-y-0 truncate px-1.5 font-medium text-12 leading-6`}
            style={{ left: place(from, view), width: extent(from, Math.min(end, view.to), view) }}
          >
            {room > ROOM && KINDS[kind]}
          </span>
        )
      })}
    </div>
  )
}

/** The songs, each a button that plays from its beginning. */
export function SongLane({ analysis, view, width, onSeek }: LaneProps & { onSeek: (at: number) => void }) {
  const { songs } = analysis
  if (songs.length === 0) return null
  const span = view.to - view.from
  return (
    <div className="relative h-11">
      {songs.map((song, at) => {
        if (!inSight(view)(song)) return null
        const from = Math.max(song.start, view.from)
        const to = Math.min(song.end, view.to)
        const room = ((to - from) / span) * width
        const name = `Song ${at + 1}`
        return (
          <button
            key={song.start}
            type="button"
            aria-label={`${name}, ${sayLength(song.start)} to ${sayLength(song.end)}`}
            onClick={() => onSeek(song.start)}
            className="group absolute inset-y-0 flex items-center focus-visible:-outline-offset-2"
            style={{ left: place(from, view), width: extent(from, to, view) }}
          >
            <span className="w-full truncate rounded-small border border-edge px-1.5 text-left text-12 leading-6 transition-colors duration-place group-hover:border-accent group-hover:bg-accent/15">
              {room > ROOM ? name : room > 22 ? at + 1 : '\u00A0'}
            </span>
          </button>
        )
      })}
    </div>
  )
}

/** How intense it is along the time. */
export function EnergyLane({ analysis, view }: Omit<LaneProps, 'width'>) {
  const { step, values } = analysis.energy_curve
  const line = useMemo(
    () =>
      values.map((value, at) => `${at ? 'L' : 'M'}${((at + 0.5) * step).toFixed(3)} ${1 - value}`).join(''),
    [values, step],
  )
  if (values.length === 0) return null
  const [first, last] = [0.5 * step, (values.length - 0.5) * step]
  return (
    <svg
      aria-hidden
      viewBox={`${view.from} -0.02 ${view.to - view.from} 1.04`}
      preserveAspectRatio="none"
      className="block h-20 w-full overflow-hidden text-purple"
    >
      <path d={`${line}L${last} 1L${first} 1Z`} fill="currentColor" fillOpacity={0.22} />
      <path d={line} fill="none" stroke="currentColor" strokeWidth={2} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

const ROWS = PITCHES.length

/** How strong each of the twelve pitches is along the time, as a picture: one pixel a value, stretched. */
export function ChromaLane({ analysis, view }: Omit<LaneProps, 'width'>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { step, values } = analysis.chroma
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || values.length === 0) return
    const image = context.createImageData(values.length, ROWS)
    const pixels = new Uint32Array(image.data.buffer)
    for (const [x, column] of values.entries()) {
      // C lies at the bottom
      for (let pitch = 0; pitch < ROWS; pitch++) {
        pixels[(ROWS - 1 - pitch) * values.length + x] = pixelOf(column[pitch] ?? 0)
      }
    }
    context.putImageData(image, 0, 0)
  }, [values])
  if (values.length === 0) return null
  return (
    <div aria-hidden className="relative h-42 overflow-hidden rounded-small">
      <canvas
        ref={canvas}
        width={values.length}
        height={ROWS}
        className="absolute top-0 h-full max-w-none"
        style={{
          imageRendering: 'pixelated',
          left: place(0, view),
          width: extent(0, values.length * step, view),
        }}
      />
    </div>
  )
}
