import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Device, NowPlaying } from '@sharemyshows/contract/player'
import type { SpotifyDevice, SpotifyPage, SpotifyPlayer } from '../../platform/providers/spotify/spotify.ts'
import type { Song } from '../music/feature.ts'

/** Three times a second, so that there is room for the last word within four. */
export const TOLD_EVERY_MS = 350

/** How far a sync is. */
export type Place = { state: string; at: number; total: number | null }

export function progressOf({ state, at, total }: Place): number {
  if (state === 'done') return 1
  return total === null || total === 0 ? 0 : Math.min(1, at / total)
}

/** What becomes of a sync that got a "no" instead of a page. */
export type Turn = { waits: number; message: string; tries: number } | { fails: string }

/** Seconds between tries without an answer; after the last one it is given up. */
const PAUSES = [5, 30, 120, 600]
/** Longer than a day nobody is kept waiting. */
const LONGEST_WAIT = 86_400

const words = {
  busy: 'Spotify asks us to wait a moment. It goes on by itself.',
  quota: 'Spotify takes no more questions from this server for now. What came stays; try again later.',
  reconnect: 'The connection with Spotify has ended. Connect again, and start it once more.',
  silent: 'Spotify does not answer. It is tried again by itself.',
  gone: 'Spotify did not answer for a while. What came stays; try again later.',
}

/**
 * A sync waits as long as Spotify says, and a while where there is no answer; whatever else is refused would be refused
 * again.
 */
export function afterRefusal({ refused, message, details }: Refusal, tries: number): Turn {
  const seconds = Number(details?.retry_after)
  if (seconds > 0 && seconds <= LONGEST_WAIT)
    return { waits: Math.ceil(seconds), message: words.busy, tries: 0 }
  if (refused === 'provider_quota') return { fails: words.quota }
  if (refused === 'provider_unavailable') {
    const pause = PAUSES[tries]
    return pause === undefined
      ? { fails: words.gone }
      : { waits: pause, message: words.silent, tries: tries + 1 }
  }
  if (refused === 'provider_reconnect' || refused === 'provider_not_connected')
    return { fails: words.reconnect }
  return { fails: message ?? 'Spotify refused to give your songs.' }
}

/** What is said of a sync that kept killing its process, or failed by a fault of ours. */
export const OUR_FAULT = 'This stopped by a fault of ours. What came stays; start it once more.'

/**
 * The songs of a page as they are kept: what they are called and where they are found. Spotify's content is never
 * listened to, analysed or learned from, which its terms forbid; how a song sounds is asked of others, by its name.
 */
export const songsOf = ({ songs }: SpotifyPage): Song[] =>
  songs.map((song) => ({
    spotifyId: song.id,
    title: song.name,
    artist: song.artist || null,
    album: song.album,
    duration: song.duration_ms / 1000,
    artworkUrl: song.artwork_url,
    addedAt: song.added_at,
  }))

/** A device as it can be chosen; null for one that takes no orders from elsewhere. */
export const deviceOf = ({ id, name, kind, active, restricted, volume }: SpotifyDevice): Device | null =>
  id === null || restricted ? null : { id, name, kind, active, volume }

export const nowOf = ({ playing, progress_ms, track, device }: SpotifyPlayer): NowPlaying => ({
  playing,
  name: track?.name ?? null,
  artist: track?.artist || null,
  artwork_url: track?.artwork_url ?? null,
  link: track?.link ?? null,
  spotify_track_id: track?.uri.startsWith('spotify:track:') ? track.id : null,
  position: progress_ms === null ? null : progress_ms / 1000,
  duration: track === null ? null : track.duration_ms / 1000,
  device: device && deviceOf(device),
})

/** A "no" to what plays nothing: a device or Premium that is missing means nothing there. */
export const besidesPlaying = (refusal: Refusal): Refusal =>
  ['no_active_device', 'premium_required'].includes(refusal.refused) ? refuse('provider_refused') : refusal

/** Lists of at most so many, in order. */
export const inParts = <T>(list: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / most) }, (_, part) =>
    list.slice(part * most, (part + 1) * most),
  )
