import type { Track } from '@sharemyshows/contract/music'
import type { Track as Heard } from '@/features/media/player-state'
import { thePlayer } from '@/features/media/use-player'
import { hue } from '@/lib/hue'
import { theListening } from './listens'

/** As the player knows a track of mine; none of one that cannot be played here, or not yet. */
export function asHeard(track: Track): Heard[] {
  const { audio_id: id, stream_url: src, name: title, album, duration: length, heard_live: live } = track
  if (id === null || src === null) return []
  const artist = track.artist ?? ''
  const showId = track.source === 'show' ? (live?.show_id ?? null) : null
  return [
    { id, showId, title, artist, venue: album, tint: hue(artist || title), src, hasWaveform: true, length },
  ]
}

/** Plays one of some tracks of mine from its beginning; those after it follow. */
export function playTracks(tracks: readonly Track[], first: Track | undefined = tracks[0]): void {
  if (!first?.audio_id) return
  theListening().know(tracks, null)
  thePlayer().start(tracks.flatMap(asHeard), first.audio_id, 0)
}
