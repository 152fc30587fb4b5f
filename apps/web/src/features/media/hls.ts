import type Hls from 'hls.js/light'
import { worthAnotherTry } from '@/lib/renewal'

/** A size of the ladder: its place in it and its name, "720p". */
export type Rung = { at: number; name: string }

type Hooks = {
  onReady: (hls: Hls | undefined) => void
  onRungs: (rungs: Rung[]) => void
  /** It cannot be played this way. */
  onHopeless: () => void
}

const MOST_TRIES = 3
const WAIT_MS = 1000
const NATIVE = 'application/vnd.apple.mpegurl'

/** Plays a playlist in the element, from a second on; gives the end of it. */
export function attachHls(
  video: HTMLVideoElement,
  playlist: string | undefined,
  from: number,
  hooks: Hooks,
): () => void {
  let ended = false
  let detach = () => {}
  if (playlist === undefined) {
    hooks.onHopeless()
    return detach
  }
  import('hls.js/light').then(
    ({ default: library }) => {
      if (ended) return
      if (library.isSupported()) {
        detach = play(library, video, playlist, from, hooks)
      } else if (video.canPlayType(NATIVE) !== '') {
        video.src = playlist
        video.currentTime = from
      } else {
        hooks.onHopeless()
      }
    },
    () => !ended && hooks.onHopeless(),
  )
  return () => {
    ended = true
    detach()
  }
}

function play(
  library: typeof Hls,
  video: HTMLVideoElement,
  playlist: string,
  from: number,
  hooks: Hooks,
): () => void {
  // Its rungs are whole files in MP4 that need no work on them, so no worker either.
  const hls = new library({ startPosition: from, capLevelToPlayerSize: true, enableWorker: false })
  let tries = 0
  const again = async () => {
    await worthAnotherTry().catch(() => false)
    hls.startLoad()
  }
  hls.on(library.Events.MANIFEST_PARSED, (_event, { levels }) => hooks.onRungs(rungsOf(levels)))
  hls.on(library.Events.FRAG_BUFFERED, () => {
    tries = 0
  })
  hls.on(library.Events.ERROR, (_event, { fatal, type }) => {
    if (!fatal) return
    // Without a network it waits for the network; `online` wakes it.
    if (type === library.ErrorTypes.NETWORK_ERROR && !navigator.onLine) return
    tries += 1
    if (tries > MOST_TRIES || hls.levels.length === 0) hooks.onHopeless()
    else if (type === library.ErrorTypes.NETWORK_ERROR) setTimeout(() => void again(), WAIT_MS * tries)
    else if (type === library.ErrorTypes.MEDIA_ERROR) hls.recoverMediaError()
    else hooks.onHopeless()
  })
  const online = () => hls.startLoad()
  window.addEventListener('online', online)
  hls.loadSource(playlist)
  hls.attachMedia(video)
  hooks.onReady(hls)
  return () => {
    window.removeEventListener('online', online)
    hls.destroy()
  }
}

/** The sizes by their shorter side, as they are called whichever way the picture stands, the largest first. */
export function rungsOf(levels: readonly { width: number; height: number }[]): Rung[] {
  return levels
    .map(({ width, height }, at) => ({ at, side: Math.min(width, height) }))
    .sort((one, other) => other.side - one.side)
    .map(({ at, side }) => ({ at, name: `${side}p` }))
}
