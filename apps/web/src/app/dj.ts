import { trackOf } from '@/features/media/player-state'
import { thePlayer } from '@/features/media/use-player'
import { correctSample, recommend, writeSample } from '@/features/moods/api'
import { Dj } from '@/features/moods/dj'
import { onSessionEnd } from '@/lib/renewal'
import { theListening } from './listens'
import { asHeard } from './play-tracks'

let dj: Dj | undefined

/** The one DJ of this tab; its songs go on while pages change, and end with the session. */
export function theDj(): Dj {
  dj ??= open()
  return dj
}

function open(): Dj {
  const player = thePlayer()
  const opened = new Dj({
    recommend,
    write: writeSample,
    correct: correctSample,
    follow(coming, mood) {
      const tracks = coming.map(({ track }) => track)
      theListening().know(tracks, mood)
      player.follow(tracks.flatMap(asHeard))
    },
  })
  player.subscribe(() => {
    const { now } = player.read()
    opened.hear((now && trackOf(now)?.id) ?? null)
  })
  onSessionEnd(() => opened.forget())
  return opened
}
