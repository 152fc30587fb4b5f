import type { Analysis } from '@sharemyshows/contract/analysis'
import type { Waveform } from '@sharemyshows/contract/audio'
import type { ReactNode } from 'react'
import type { Playing } from '../timeline'
import { AnalysisEstimates } from './analysis-estimates'
import { AnalysisKey } from './analysis-key'
import { AnalysisLoudness } from './analysis-loudness'
import { AnalysisSound } from './analysis-sound'
import { AnalysisTags } from './analysis-tags'
import { AnalysisTempo } from './analysis-tempo'
import { AnalysisTimeline } from './analysis-timeline'
import { Panel } from './panel'

type AnalysisViewProps = {
  title: string
  analysis: Analysis
  wave: Waveform | undefined | null
  playing: Playing | undefined
  onSeek: (seconds: number) => void
  /** Where it comes from, under the sentence. */
  source: ReactNode
  similar: ReactNode
}

/** All that was found in a recording, the waveform first. */
export function AnalysisView({ title, analysis, wave, playing, onSeek, source, similar }: AnalysisViewProps) {
  return (
    <div className="flex flex-col gap-5">
      <div className="max-w-3xl">
        {analysis.description && (
          <p className="mb-2 text-balance font-display text-20 sm:text-28">{analysis.description}</p>
        )}
        {source}
      </div>
      <Panel glow>
        <AnalysisTimeline title={title} analysis={analysis} wave={wave} playing={playing} onSeek={onSeek} />
      </Panel>
      <div className="grid gap-5 lg:grid-cols-2">
        <AnalysisKey of={analysis.key} />
        <AnalysisTempo analysis={analysis} playing={playing} />
        <AnalysisLoudness analysis={analysis} />
        <AnalysisSound analysis={analysis} />
      </div>
      <AnalysisEstimates analysis={analysis} />
      <AnalysisTags analysis={analysis} />
      {similar}
    </div>
  )
}
