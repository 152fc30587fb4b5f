import { lazy, Suspense } from 'react'
import { nounOf } from '../model'
import type { Recording } from '../recordings'
import { MediumDetails } from './medium-details'
import { RecordingEditor } from './recording-editor'

const MoveDialog = lazy(() => import('./move-dialog'))

/** What an owner wants to see or change of a recording. */
export type RecordingAsked = { recording: Recording; about: 'edit' | 'details' | 'move' }

type RecordingDialogsProps = {
  asked: RecordingAsked | undefined
  zone: string
  onEnd: () => void
  /** It is at another show now. */
  onMoved?: () => void
}

/** The dialogs of what an owner does with a recording. */
export function RecordingDialogs({ asked, zone, onEnd, onMoved }: RecordingDialogsProps) {
  if (asked === undefined) return null
  const { recording, about } = asked
  const { id, show_id } = recording
  if (about === 'edit') return <RecordingEditor recording={recording} onClose={onEnd} />
  if (about === 'details') return <MediumDetails medium={recording} zone={zone} onClose={onEnd} />
  if (show_id === null) return null
  return (
    <Suspense>
      <MoveDialog
        set={{ showId: show_id, ids: [id], noun: nounOf(recording) }}
        onClose={onEnd}
        onMoved={() => onMoved?.()}
      />
    </Suspense>
  )
}
