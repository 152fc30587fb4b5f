import type { Track } from '@sharemyshows/contract/music'
import type { Playlist } from '@sharemyshows/contract/playlists'

/** "12 tracks · 43 min". */
export function sayPlaylist({ tracks, duration }: Pick<Playlist, 'tracks' | 'duration'>): string {
  if (tracks === 0) return 'No tracks yet'
  return [tracks === 1 ? '1 track' : `${tracks} tracks`, duration >= 30 && sayMinutes(duration)]
    .filter(Boolean)
    .join(' · ')
}

function sayMinutes(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 1) return 'under a minute'
  const hours = Math.floor(minutes / 60)
  return [hours > 0 && `${hours} h`, (hours === 0 || minutes % 60 > 0) && `${minutes % 60} min`]
    .filter(Boolean)
    .join(' ')
}

/** The list with one of its things at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  const [one] = next.splice(from, 1)
  if (one !== undefined) next.splice(Math.max(0, Math.min(to, next.length)), 0, one)
  return next
}

/** A track put back where it was, or as near to that as the list as it stands now allows. */
export function putBack(now: readonly Track[], track: Track, at: number): Track[] {
  return now.some(({ id }) => id === track.id) ? [...now] : moved([...now, track], now.length, at)
}

/** "Helpless, 4 of 12". */
export function sayPlace(tracks: readonly Track[], id: string): string {
  const at = tracks.findIndex((track) => track.id === id)
  const track = tracks[at]
  return track ? `${track.name}, ${at + 1} of ${tracks.length}` : ''
}
