import type { Audio } from '@sharemyshows/contract/audio'
import { hue } from '@/lib/hue'
import { nameOf, titleOf } from '@/lib/media-words'
import type { Track } from './player-state'

/** What the player says of a recording on other pages. */
export type Night = Pick<Track, 'showId' | 'artist' | 'venue' | 'tint' | 'picture'>

/** As the player knows it; none of one that cannot be played yet. */
export function asTrack(recording: Audio, night: Night = ownNight(recording)): Track[] {
  const { id, duration, urls } = recording
  if (urls.stream === undefined) return []
  const hasWaveform = urls.waveform !== undefined
  return [{ ...night, id, title: titleOf(recording), src: urls.stream, hasWaveform, length: duration }]
}

/** What there is to say where nothing of a show is known: what the file says of itself, else whose it is. */
function ownNight(recording: Audio): Night {
  const { show_id, tags } = recording
  const artist = tags?.artist ?? nameOf(recording)
  return { showId: show_id, artist, venue: tags?.album ?? null, tint: hue(artist) }
}
