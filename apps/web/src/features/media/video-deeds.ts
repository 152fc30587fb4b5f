/** Speeds that can be chosen, 1 as recorded. */
export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2] as const

/** "1×", "0.75×" */
export const sayRate = (rate: number): string => `${rate}×`

/** The next speed up or down; the same at either end. */
export function rateBeside(rate: number, by: 1 | -1): number {
  const others = by > 0 ? RATES : RATES.toReversed()
  return others.find((other) => (other - rate) * by > 0) ?? rate
}

const LOUDER = 0.1
/** Seconds of an arrow key, and of J, L and a double tap. */
const STEP = 5
export const SKIP = 10

export function toggle(video: HTMLVideoElement): void {
  if (video.paused || video.ended) start(video)
  else video.pause()
}

/** Browsers want a touch first and refuse otherwise; then it stands, with its button to play. */
export const start = (video: HTMLVideoElement): void => void video.play().catch(() => undefined)

export function skip(video: HTMLVideoElement, seconds: number): void {
  const end = Number.isFinite(video.duration) ? video.duration : 0
  video.currentTime = Math.min(end, Math.max(0, video.currentTime + seconds))
}

function turnUp(video: HTMLVideoElement, by: number): void {
  video.volume = Math.min(1, Math.max(0, Math.round((video.volume + by) * 10) / 10))
  video.muted = video.volume === 0
}

export function toggleMuted(video: HTMLVideoElement): void {
  video.muted = !video.muted
  if (!video.muted && video.volume === 0) video.volume = 0.5
}

/** The whole page rather than the element: it is full of the video already, and menus stay above it. */
export function toggleFullScreen(video: HTMLVideoElement): void {
  const phone = video as HTMLVideoElement & { webkitEnterFullscreen?: () => void }
  if (document.fullscreenElement) void document.exitFullscreen()
  else if (document.fullscreenEnabled) void document.documentElement.requestFullscreen()
  else phone.webkitEnterFullscreen?.()
}

export function togglePictureInPicture(video: HTMLVideoElement): void {
  const change = document.pictureInPictureElement
    ? document.exitPictureInPicture()
    : video.requestPictureInPicture()
  // Before its first picture there is nothing to show.
  change.catch(() => undefined)
}

/** What a key does to the video; undefined for keys that mean nothing to it. */
export function deedOf(key: string): ((video: HTMLVideoElement) => void) | undefined {
  if (/^[0-9]$/.test(key)) {
    return (video) => {
      if (Number.isFinite(video.duration)) video.currentTime = (video.duration * Number(key)) / 10
    }
  }
  return KEYS[key.toLowerCase()]
}

const KEYS: Record<string, (video: HTMLVideoElement) => void> = {
  ' ': toggle,
  k: toggle,
  j: (video) => skip(video, -SKIP),
  l: (video) => skip(video, SKIP),
  arrowleft: (video) => skip(video, -STEP),
  arrowright: (video) => skip(video, STEP),
  arrowup: (video) => turnUp(video, LOUDER),
  arrowdown: (video) => turnUp(video, -LOUDER),
  m: toggleMuted,
  f: toggleFullScreen,
  '<': (video) => {
    video.playbackRate = rateBeside(video.playbackRate, -1)
  },
  '>': (video) => {
    video.playbackRate = rateBeside(video.playbackRate, 1)
  },
}
