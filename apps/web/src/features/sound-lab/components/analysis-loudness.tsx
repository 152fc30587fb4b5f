import type { Analysis } from '@sharemyshows/contract/analysis'
import { TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { STREAMING_LUFS, sayBesideStreaming, sayPeak, sayRange } from '../analysis-words'
import { sayNumber } from '../model'
import { Explained } from './explained'
import { Panel } from './panel'

/** The scale, in LUFS. */
const QUIETEST = -36
const LOUDEST = 0

const at = (lufs: number) =>
  `${((Math.min(LOUDEST, Math.max(QUIETEST, lufs)) - QUIETEST) / (LOUDEST - QUIETEST)) * 100}%`

/** How loud it is beside what streaming services play at, how much that varies, and whether it may clip. */
export const AnalysisLoudness = memo(function AnalysisLoudness({ analysis }: { analysis: Analysis }) {
  const { loudness_lufs: lufs, loudness_range: range, true_peak: peak } = analysis
  if (lufs === null) {
    return (
      <Panel title="Loudness">
        <p className="text-14 text-soft">Too quiet to have one: all of it is below −70 LUFS.</p>
      </Panel>
    )
  }
  const clips = peak === null ? undefined : sayPeak(peak)
  return (
    <Panel title="Loudness">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-bold font-display text-40 tabular-nums">{sayNumber(lufs)}</span>
        <span className="text-14 text-soft">LUFS</span>
      </p>
      <div aria-hidden className="relative mt-2 mb-6 h-2 rounded-full bg-ink/10">
        <span
          className="absolute inset-y-0 left-0 rounded-full bg-accent transition-[width] duration-place"
          style={{ width: at(lufs) }}
        />
        <span className="absolute -inset-y-1 w-0.5 bg-ink" style={{ left: at(STREAMING_LUFS) }}>
          <span className="-translate-x-1/2 absolute top-full mt-0.5 whitespace-nowrap text-12 text-soft">
            −14 streaming
          </span>
        </span>
      </div>
      <p className="text-14 text-soft">{sayBesideStreaming(lufs)}</p>
      <dl className="mt-4 grid grid-cols-2 gap-4 text-14">
        {range !== null && (
          <div>
            <dt className="text-12 text-soft">Loudness range</dt>
            <dd>
              <span className="font-bold font-display text-20 tabular-nums">{sayNumber(range)} LU</span>
              <span className="block text-soft">{sayRange(range)}</span>
            </dd>
          </div>
        )}
        {peak !== null && clips && (
          <div>
            <dt className="text-12 text-soft">True peak</dt>
            <dd>
              <span className="font-bold font-display text-20 tabular-nums">{sayNumber(peak)} dBTP</span>
              <span className={clips.warns ? 'flex gap-1.5 text-warning' : 'block text-soft'}>
                {clips.warns && <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />}
                {clips.words}
              </span>
            </dd>
          </div>
        )}
      </dl>
      <Explained label="How" about="loudness is measured">
        Integrated loudness and true peak by ITU-R BS.1770-4, range by EBU Tech 3342, as broadcasters and
        streaming services measure them. These are measurements, not estimates.
      </Explained>
    </Panel>
  )
})
