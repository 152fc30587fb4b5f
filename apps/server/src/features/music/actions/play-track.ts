import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Mood } from '@sharemyshows/contract/moods'
import type { Track } from '@sharemyshows/contract/music'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { readTracks } from '../../../viewer/tracks-seen.ts'
import { ownSong } from '../policy.ts'
import { lockEntry } from '../store/entries.ts'
import { beginListen } from '../store/listens.ts'

/** Plays a song on a device of the actor's at Spotify; null once it does. */
export type PlayAtSpotify = (
  actor: Actor,
  spotifyId: string,
  deviceId: string | undefined,
) => Promise<Refusal | null>

type Wish = { track_id?: string | undefined; track_uri?: string | undefined; device_id?: string | undefined }

/** A track of the actor's that plays now: a song at Spotify does, a recording will where she asked for it. */
export async function startTrack(
  db: Db,
  playAtSpotify: PlayAtSpotify,
  actor: Actor,
  { track_id, track_uri, device_id }: Wish,
): Promise<Track | Refusal> {
  const id = track_id ?? (await ownSong(db, actor.id, track_uri?.split(':')[2] ?? ''))
  const track = id === undefined ? undefined : (await readTracks(db, actor.id, [id])).get(id)
  if (track === undefined) return refuse('not_found')
  if (track.spotify_track_id === null) return track
  return (await playAtSpotify(actor, track.spotify_track_id, device_id)) ?? track
}

/** Writes down that it plays; gives the listen. */
export async function noteListen(
  tx: Tx,
  actor: Actor,
  trackId: string,
  mood: Mood | null,
): Promise<string | Refusal> {
  if (!(await lockEntry(tx, actor.id, trackId))) return refuse('not_found')
  return beginListen(tx, actor.id, trackId, mood)
}

/** What is said of it. */
export const announcementOf = ({ name, artist }: Track): string =>
  `Now playing: ${artist === null ? name : `${name} by ${artist}`}`
