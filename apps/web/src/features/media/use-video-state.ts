import { type RefObject, useEffect, useState } from 'react'
import { keepPlace } from './places'
import { leaveTurn, takeTurn } from './turn'
import { keepVolume, keptVolume } from './volume'

/** What a video is doing; seconds, volume and buffered share 0–1. */
export type VideoState = {
  paused: boolean
  waiting: boolean
  position: number
  length: number
  /** Up to which share of the length bytes are here, from where it plays. */
  buffered: number
  volume: number
  muted: boolean
  rate: number
}

const AT_FIRST: VideoState = {
  paused: true,
  waiting: false,
  position: 0,
  length: 0,
  buffered: 0,
  volume: 1,
  muted: false,
  rate: 1,
}

const TELLING = [
  'play',
  'pause',
  'playing',
  'waiting',
  'canplay',
  'seeking',
  'seeked',
  'timeupdate',
  'durationchange',
  'progress',
  'volumechange',
  'ratechange',
  'ended',
  'emptied',
]
/** Seconds between two looks at where it is, for coming back after the tab has gone. */
const KEEP_EVERY = 5

/** What the element does, live; it is as loud as this device plays, and remembers where one stopped. */
export function useVideoState(element: RefObject<HTMLVideoElement | null>, id: string): VideoState {
  const [state, setState] = useState(AT_FIRST)
  useEffect(() => {
    const video = element.current
    if (video === null) return
    const beQuiet = () => video.pause()
    let keptAt = 0
    const keep = () => {
      if (video.readyState === 0) return
      keptAt = video.currentTime
      keepPlace(id, video.currentTime, video.duration)
    }
    const told = ({ type }: Event) => {
      setState(stateOf(video))
      if (type === 'play') takeTurn(beQuiet)
      if (type === 'volumechange' && !video.muted) keepVolume(video.volume)
      if (type === 'pause' || Math.abs(video.currentTime - keptAt) >= KEEP_EVERY) keep()
    }
    video.volume = keptVolume()
    for (const type of TELLING) video.addEventListener(type, told)
    return () => {
      keep()
      leaveTurn(beQuiet)
      for (const type of TELLING) video.removeEventListener(type, told)
    }
  }, [element, id])
  return state
}

function stateOf(video: HTMLVideoElement): VideoState {
  const { paused, ended, currentTime, muted, volume, playbackRate, readyState } = video
  const length = Number.isFinite(video.duration) ? video.duration : 0
  return {
    paused: paused || ended,
    waiting: !paused && !ended && readyState < video.HAVE_FUTURE_DATA,
    position: currentTime,
    length,
    buffered: length > 0 ? bufferedTo(video) / length : 0,
    volume,
    muted,
    rate: playbackRate,
  }
}

function bufferedTo({ buffered, currentTime }: HTMLVideoElement): number {
  for (let at = 0; at < buffered.length; at++) {
    if (buffered.start(at) <= currentTime + 0.1 && currentTime <= buffered.end(at)) return buffered.end(at)
  }
  return currentTime
}
