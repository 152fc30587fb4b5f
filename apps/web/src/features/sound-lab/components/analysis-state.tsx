import type { AnalysisStatus } from '@sharemyshows/contract/analysis'
import { AudioWaveform, CircleX, Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { Progress } from '@/ui/progress'
import { isAtWork, sayStatus } from '../model'

type AnalysisStateProps = {
  status: AnalysisStatus
  /** The server still prepares the recording itself. */
  preparing: boolean
  /** Only whoever owns the recording has it analysed. */
  mine: boolean
  pending: boolean
  onAnalyse: () => void
  onCancel: () => void
}

const REASONS: Record<string, string> = {
  too_long: 'Recordings of up to four hours are analysed; this one is longer.',
  file_corrupt: 'The file breaks off or is damaged. Try another copy of it.',
  no_stream: 'There is no sound in the file.',
}

/** What another try would not change. */
const FINAL = new Set(['too_long', 'no_stream'])

/** What is said while nothing has been found yet: that it is not asked for, waits, runs, was stopped or failed. */
export function AnalysisState({ status, preparing, mine, pending, onAnalyse, onCancel }: AnalysisStateProps) {
  const { state, failure, failure_code: code } = status
  const start = (label: string) =>
    mine && (
      <Button variant="primary" pending={pending} onClick={onAnalyse}>
        {label}
      </Button>
    )
  if (preparing) {
    return (
      <EmptyState icon={<Hourglass />} title="Being prepared">
        The recording is being read. It is analysed as soon as that is done.
      </EmptyState>
    )
  }
  if (isAtWork(status)) {
    return (
      <EmptyState
        icon={<AudioWaveform />}
        title={sayStatus(status)}
        action={<Stop {...{ mine, onCancel }} />}
      >
        Tempo, key, loudness, sections and labels appear here once it has been listened to.
        <AtWork status={status} />
      </EmptyState>
    )
  }
  if (state === 'failed') {
    return (
      <EmptyState
        icon={<CircleX />}
        title="The analysis failed"
        action={!FINAL.has(code ?? '') && start('Try again')}
      >
        {REASONS[code ?? ''] ?? failure ?? 'Nothing was found out. Try again.'}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<AudioWaveform />}
      title={state === 'cancelled' ? 'The analysis was stopped' : 'Not analysed yet'}
      action={start('Analyse')}
    >
      {mine
        ? 'Tempo, key, loudness, sections, songs and what it sounds like: a song takes a few seconds.'
        : 'Whoever recorded it has not had it analysed.'}
    </EmptyState>
  )
}

const Stop = ({ mine, onCancel }: { mine: boolean; onCancel: () => void }): ReactNode =>
  mine && <Button onClick={onCancel}>Stop</Button>

/** How far an analysis is, as a bar that says nothing of what is not known yet. */
export function AtWork({ status }: { status: AnalysisStatus }) {
  const value = status.state === 'running' ? status.progress : undefined
  return <Progress label="Analysis" value={value} className="mt-4" />
}
