import { thePlayer } from '@/features/media/use-player'
import type { DjState } from '@/features/moods/dj'
import { theListening } from './listens'
import { asHeard } from './play-tracks'

/** Plays the songs of the queue, from one of them on or from the first that can be played here. */
export function playQueue({ queue, mood }: DjState, from?: string): void {
  const tracks = queue.items.map(({ track }) => track)
  theListening().know(tracks, mood)
  const heard = tracks.flatMap(asHeard)
  const first = from ?? heard[0]?.id
  if (first !== undefined) thePlayer().start(heard, first, 0)
}
