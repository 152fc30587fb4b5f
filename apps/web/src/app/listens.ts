import { trackOf } from '@/features/media/player-state'
import { thePlayer } from '@/features/media/use-player'
import { play, tellListen } from '@/features/moods/api'
import { Listening } from '@/features/moods/listening'

let listening: Listening | undefined

/** What writes down which tracks of mine are heard in this tab. */
export function theListening(): Listening {
  listening ??= begin()
  return listening
}

function begin(): Listening {
  const player = thePlayer()
  const begun = new Listening({
    begin: async (trackId, mood) => (await play(trackId, mood)).listen.id,
    tell: tellListen,
  })
  player.subscribe(() => {
    const { now } = player.read()
    const track = now && trackOf(now)
    begun.hear(
      track && {
        id: track.id,
        position: now.position,
        length: now.length,
        sounding: now.wanted && now.sound === 'sounding',
      },
    )
  })
  window.addEventListener('pagehide', () => begun.leave())
  return begun
}
