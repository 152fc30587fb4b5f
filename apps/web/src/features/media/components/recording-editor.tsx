import { type Recording, useChangeRecording } from '../recordings'
import { MediumEditor } from './medium-editor'

/** Changes the title of one's recording and who hears or sees it. */
export function RecordingEditor({ recording, onClose }: { recording: Recording; onClose: () => void }) {
  const { mutateAsync } = useChangeRecording()
  return (
    <MediumEditor
      medium={recording}
      onChange={(change) => mutateAsync({ recording, ...change })}
      onClose={onClose}
    />
  )
}
