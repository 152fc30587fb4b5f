import type { TintSource } from '@/ui/tint'

/** What is played, with all that is said of it while other pages are open. */
export type Track = {
  id: string
  /** Null for what was recorded at no show. */
  showId: string | null
  title: string
  artist: string
  venue: string | null
  tint: TintSource
  src: string
  hasWaveform: boolean
  /** In seconds, as far as it is known before a byte is here. */
  length: number | null
  picture?: string | undefined
}

/**
 * What plays, out of which list. `wanted` is what the person asked for, `sound` what comes of it: `waiting` for bytes,
 * `lost` while the network is gone, `failed` when more tries are in vain. Seconds.
 */
export type Playback = {
  tracks: readonly Track[]
  at: number
  wanted: boolean
  sound: 'waiting' | 'sounding' | 'lost' | 'failed'
  position: number
  length: number
}

export type PlayerEvent =
  | { type: 'started'; tracks: readonly Track[]; id: string; from: number }
  | { type: 'wanted'; wanted: boolean }
  | { type: 'sound'; sound: Playback['sound'] }
  | { type: 'moved'; to: number }
  | { type: 'measured'; length: number }
  | { type: 'stepped'; by: 1 | -1 }
  | { type: 'followed'; tracks: readonly Track[] }
  | { type: 'ended' }
  | { type: 'dropped'; ids: readonly string[] }
  | { type: 'closed' }

/** Back means to the beginning, when more than this many seconds have been heard. */
const BEGUN = 3

export const trackOf = ({ tracks, at }: Playback): Track | undefined => tracks[at]

/** What becomes of what plays, undefined for nothing. */
export function after(now: Playback | undefined, event: PlayerEvent): Playback | undefined {
  if (event.type === 'started') return started(event.tracks, event.id, event.from)
  if (now === undefined) return undefined
  switch (event.type) {
    case 'wanted':
      return wanted(now, event.wanted)
    case 'sound':
      return { ...now, sound: event.sound, wanted: now.wanted && event.sound !== 'failed' }
    case 'moved':
      return { ...now, position: within(event.to, now.length) }
    case 'measured':
      return { ...now, length: event.length }
    case 'stepped':
      return stepped(now, event.by)
    case 'followed':
      return { ...now, tracks: [...now.tracks.slice(0, now.at + 1), ...event.tracks] }
    case 'ended':
      return now.at + 1 < now.tracks.length ? opened(now, now.at + 1) : { ...now, wanted: false, position: 0 }
    case 'dropped':
      return dropped(now, event.ids)
    case 'closed':
      return undefined
  }
}

function started(tracks: readonly Track[], id: string, from: number): Playback | undefined {
  const at = tracks.findIndex((track) => track.id === id)
  const length = tracks[at]?.length ?? 0
  return at < 0 ? undefined : { tracks, at, wanted: true, sound: 'waiting', position: from, length }
}

const opened = (now: Playback, at: number): Playback => ({
  ...now,
  at,
  wanted: true,
  sound: 'waiting',
  position: 0,
  length: now.tracks[at]?.length ?? 0,
})

// Another try of what has failed begins with waiting again.
const wanted = (now: Playback, yes: boolean): Playback => ({
  ...now,
  wanted: yes,
  sound: yes && now.sound === 'failed' ? 'waiting' : now.sound,
})

function stepped(now: Playback, by: 1 | -1): Playback {
  const at = now.at + by
  if (by < 0 && (now.position > BEGUN || at < 0)) return { ...now, position: 0 }
  return at < now.tracks.length ? opened(now, at) : now
}

function dropped(now: Playback, ids: readonly string[]): Playback | undefined {
  const playing = trackOf(now)
  if (playing === undefined || ids.includes(playing.id)) return undefined
  const tracks = now.tracks.filter(({ id }) => !ids.includes(id))
  return { ...now, tracks, at: tracks.indexOf(playing) }
}

const within = (seconds: number, length: number): number =>
  Math.max(0, length > 0 ? Math.min(seconds, length) : seconds)
