import type { Audio } from '@sharemyshows/contract/audio'
import { asTrack } from '@/features/media/track'
import { thePlayer } from '@/features/media/use-player'

/** Plays one of some recordings, from a second on or from where one stopped; the others follow it. */
export function playRecording(recording: Audio, list: readonly Audio[] = [recording], from?: number): void {
  thePlayer().start(
    list.flatMap((one) => asTrack(one)),
    recording.id,
    from,
  )
}
