import type { Player } from './player'
import { trackOf } from './player-state'

/** Seconds that the buttons of a lock screen or a headphone skip. */
const SKIP = 10

/** Shows what plays on the lock screen, and obeys its buttons. */
export function joinMediaSession(player: Player): void {
  if (!('mediaSession' in navigator)) return
  const { mediaSession: session } = navigator
  const deeds: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
    play: player.play,
    pause: player.pause,
    stop: player.close,
    previoustrack: player.previous,
    nexttrack: player.next,
    seekbackward: ({ seekOffset }) => player.skip(-(seekOffset ?? SKIP)),
    seekforward: ({ seekOffset }) => player.skip(seekOffset ?? SKIP),
    seekto: ({ seekTime }) => player.seek(seekTime ?? 0),
  }
  let shown: string | undefined
  player.subscribe(() => {
    const { now, rate } = player.read()
    const track = now && trackOf(now)
    if (track?.id !== shown) {
      shown = track?.id
      for (const [action, deed] of Object.entries(deeds)) {
        trySetting(session, action as MediaSessionAction, track ? deed : null)
      }
      session.metadata = track
        ? new MediaMetadata({
            title: track.title,
            artist: track.artist,
            album: track.venue ?? '',
            artwork: track.picture ? [{ src: track.picture }] : [],
          })
        : null
    }
    session.playbackState = now === undefined ? 'none' : now.wanted ? 'playing' : 'paused'
    if (now && now.length > 0) {
      session.setPositionState({
        duration: now.length,
        position: Math.min(now.position, now.length),
        playbackRate: rate,
      })
    }
  })
}

// Each browser knows some of the buttons and throws at the others.
function trySetting(
  session: MediaSession,
  action: MediaSessionAction,
  deed: MediaSessionActionHandler | null,
): void {
  try {
    session.setActionHandler(action, deed)
  } catch {
    // This one has no such button.
  }
}
