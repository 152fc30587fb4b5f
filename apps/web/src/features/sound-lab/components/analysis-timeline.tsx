import type { Analysis } from '@sharemyshows/contract/analysis'
import type { Waveform } from '@sharemyshows/contract/audio'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { cn } from '@/lib/cn'
import { sayLength } from '@/lib/lengths'
import { useScrub } from '@/ui/use-scrub'
import { KINDS } from '../analysis-words'
import { sayShare } from '../model'
import { PITCHES, type Playing, readingAt } from '../timeline'
import { useZoom } from '../use-zoom'
import { BeatLane, ChromaLane, EnergyLane, SectionLane, SongLane, TimeAxis } from './timeline-lanes'
import './analysis.css'
import { TimelineTable } from './timeline-table'
import { TimelineWaveform } from './timeline-waveform'
import { CLOSER, ZoomButtons } from './zoom-buttons'

type AnalysisTimelineProps = {
  title: string
  analysis: Analysis
  wave: Waveform | undefined | null
  /** Undefined while it does not play. */
  playing: Playing | undefined
  /** Plays from this second. */
  onSeek: (seconds: number) => void
}

/** Room for the names of the pitches, in pixels. */
const GUTTER = 28

/** All that is known along the time of a recording, over each other on one axis. */
export function AnalysisTimeline({ title, analysis, wave, playing, onSeek }: AnalysisTimelineProps) {
  const { duration } = analysis
  const { scroller, view, width, show, ...zooming } = useZoom(duration, GUTTER)
  const { zoom, zoomBy } = zooming
  const position = playing?.position ?? 0
  const { slider, shown, pointed } = useScrub({
    label: `Position in ${title}`,
    position,
    length: duration,
    onSeek,
    view,
  })
  useFollow(playing, view, show)
  const onKeyDown = ({ key, metaKey, ctrlKey }: KeyboardEvent) => {
    if (metaKey || ctrlKey) return
    if (key === '+' || key === '=') zoomBy(CLOSER, playing?.position)
    if (key === '-') zoomBy(1 / CLOSER)
  }
  const at = (moment: number) => `${((moment - view.from) / (view.to - view.from)) * 100}%`
  const lane = { analysis, view, width }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its parts take the focus, the keys work on all of them
    <div onKeyDown={onKeyDown}>
      <div className="mb-2 flex min-h-11 flex-wrap items-center gap-x-3">
        <NowReading analysis={analysis} moment={pointed ?? (playing && shown)} />
        <span className="ml-auto flex shrink-0">
          <ZoomButtons {...zooming} around={playing?.position} />
        </span>
      </div>
      <section ref={scroller} aria-label="Timeline" className="overflow-x-auto overflow-y-hidden">
        <div style={{ width: width > 0 ? GUTTER + width * zoom : undefined }}>
          <div
            className="sticky left-0 flex flex-col gap-1"
            style={{ width: width + GUTTER, paddingLeft: GUTTER }}
          >
            <TimeAxis view={view} width={width} />
            <div className="relative flex flex-col gap-1">
              <div {...slider} className="relative h-32 touch-pan-y select-none rounded-small sm:h-44">
                {wave ? (
                  <TimelineWaveform
                    wave={wave}
                    segments={analysis.segments}
                    duration={duration}
                    view={view}
                    width={width}
                    played={playing ? shown : 0}
                  />
                ) : (
                  <span
                    aria-hidden
                    className={cn(
                      '-translate-y-1/2 absolute inset-x-0 top-1/2 h-1 rounded-full bg-ink/20',
                      wave === undefined && 'animate-pulse',
                    )}
                  />
                )}
              </div>
              <BeatLane {...lane} />
              <SectionLane {...lane} />
              <SongLane {...lane} onSeek={onSeek} />
              <LaneName name="Energy" />
              <EnergyLane analysis={analysis} view={view} />
              <LaneName name="Pitches" />
              <div className="relative">
                <PitchNames />
                <ChromaLane analysis={analysis} view={view} />
              </div>
              {playing && view.from <= shown && shown <= view.to && (
                <span
                  aria-hidden
                  className="pointer-events-none absolute inset-y-0 -ml-px w-0.5 bg-ink ring-1 ring-page/70"
                  style={{ left: at(shown) }}
                />
              )}
              {pointed !== undefined && (
                <span
                  aria-hidden
                  className="pointer-events-none absolute inset-y-0 w-px bg-ink/60"
                  style={{ left: at(pointed) }}
                />
              )}
            </div>
          </div>
        </div>
      </section>
      <TimelineTable analysis={analysis} />
    </div>
  )
}

/** A step this long (in seconds) is one that somebody took, by hand or by keys. */
const LEAP = 1.5

/** Turns the page when what plays leaves it by its right edge or leaps out of sight, but never away from where one looks. */
function useFollow(
  playing: Playing | undefined,
  { from, to }: { from: number; to: number },
  show: (moment: number) => void,
): void {
  const before = useRef<number>(undefined)
  useEffect(() => {
    const last = before.current
    const now = playing?.position
    before.current = now
    if (last === undefined || now === undefined || (from <= now && now < to)) return
    const leaps = Math.abs(now - last) > LEAP
    if (leaps) show(now - (to - from) / 4)
    else if (playing?.moving && from <= last && last < to) show(now)
  })
}

/** What is to be said of the moment under the mouse, or of what plays. */
function NowReading({ analysis, moment }: { analysis: Analysis; moment: number | undefined }) {
  if (moment === undefined)
    return (
      <p className="min-w-0 max-sm:basis-full text-14 text-soft">
        Press on the waveform to hear it from there.
      </p>
    )
  const { kind, song, energy, pitches } = readingAt(analysis, moment)
  const parts = [
    song === undefined ? kind && KINDS[kind] : `Song ${song}`,
    energy !== undefined && `energy ${sayShare(energy)}`,
    pitches.length > 0 && `strongest ${pitches.join(', ')}`,
  ]
  return (
    <p className="min-w-0 truncate text-14 text-soft max-sm:basis-full">
      <span className="mr-2 font-medium text-ink tabular-nums">{sayLength(moment)}</span>
      {parts.filter(Boolean).join(' · ')}
    </p>
  )
}

const LaneName = ({ name }: { name: string }) => <span className="mt-2 text-12 text-soft">{name}</span>

const PitchNames = () => (
  <span
    aria-hidden
    className="absolute inset-y-0 flex flex-col-reverse justify-around text-[10px] text-soft leading-none"
    style={{ left: -GUTTER, width: GUTTER - 6 }}
  >
    {PITCHES.map((name) => (
      <span key={name} className="text-right">
        {name}
      </span>
    ))}
  </span>
)
