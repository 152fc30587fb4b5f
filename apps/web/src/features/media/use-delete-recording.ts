import { nounOf } from './model'
import type { Recording } from './recordings'
import { useDeleteMedia } from './sets'
import { thePlayer } from './use-player'

/** Deletes one's own recording, with a way back; what plays of it falls silent. */
export function useDeleteRecording(): (recording: Recording) => void {
  const remove = useDeleteMedia()
  return (recording) => {
    const { id, show_id } = recording
    thePlayer().drop([id])
    remove.mutate({ showId: show_id, ids: [id], noun: nounOf(recording) })
  }
}
