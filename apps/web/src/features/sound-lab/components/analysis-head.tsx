import type { Analysis, AnalysisStatus } from '@sharemyshows/contract/analysis'
import type { Audio } from '@sharemyshows/contract/audio'
import type { ReactNode } from 'react'
import { sayAgo, sayInstant } from '@/lib/dates'
import { useMinute } from '@/lib/hooks'
import { nameOf } from '@/lib/media-words'
import { Button } from '@/ui/button'
import { isAtWork, sayStatus } from '../model'
import { AtWork } from './analysis-state'

type AnalysisHeadProps = {
  audio: Audio
  mine: boolean
  /** Of the venue, or of whoever looks. */
  zone: string
  /** The show as a link. */
  show: ReactNode
}

/** Under the title: whose music, at which show, by whom and when. */
export function AnalysisLead({ audio, mine, zone, show }: AnalysisHeadProps) {
  const { tags, captured_at: captured, created_at: added } = audio
  return (
    <span className="flex flex-wrap gap-x-2 gap-y-0.5">
      {tags?.artist && <span className="text-ink">{tags.artist}</span>}
      {show}
      <span>by {mine ? 'you' : nameOf(audio)}</span>
      <time dateTime={captured ?? added}>{sayInstant(zone, captured ?? added)}</time>
    </span>
  )
}

type AnalysisSourceProps = {
  analysis: Analysis
  status: AnalysisStatus | undefined
  mine: boolean
  onCancel: () => void
}

/** By which engine and when; and that it is being done anew, or will be. */
export function AnalysisSource({ analysis, status, mine, onCancel }: AnalysisSourceProps) {
  const now = useMinute()
  const model = analysis.model === null ? 'no tagging model' : `tagging model ${analysis.model}`
  return (
    <div className="flex flex-col gap-2 text-12 text-soft">
      <p>
        {analysis.engine} {analysis.version}, {model} ·{' '}
        <time dateTime={analysis.analyzed_at}>{sayAgo(analysis.analyzed_at, now)}</time>
      </p>
      {status && isAtWork(status) && (
        <div role="status" className="flex max-w-md flex-wrap items-center gap-x-4 gap-y-1">
          <span className="min-w-0 flex-1">
            {sayStatus(status)}. What was found before stays until then.
            <AtWork status={status} />
          </span>
          {mine && (
            <Button size="small" onClick={onCancel}>
              Stop
            </Button>
          )}
        </div>
      )}
      {status?.state === 'failed' && <p className="text-warning">Anew it failed: {sayStatus(status)}</p>}
      {status?.outdated && !isAtWork(status) && (
        <p>A newer engine would find more; it is analysed again by itself.</p>
      )}
    </div>
  )
}
