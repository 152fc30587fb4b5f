import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import { hasTrack } from '../../viewer/tracks.ts'

/** One of what she has twice, and did not take out; the other is there when this one goes. */
export const listed = `${hasTrack} and e.left_out_at is null
  and not exists (select from media twin where twin.owner_id = m.owner_id and twin.sha256 = m.sha256
    and twin.kind = 'audio' and twin.id < m.id and twin.deleted_at is null and twin.state <> 'failed')`

const ofSong = `select e.track_id as id from library_entries e join tracks t on t.id = e.track_id
  where e.person_id = $1::uuid and t.spotify_id = $2`

/** The track that a song of Spotify's is to a person who has it. */
export const ownSong = async (db: Db, personId: string, spotifyId: string): Promise<string | undefined> =>
  (await row<{ id: string }>(db, ofSong, [personId, spotifyId]))?.id

/** Where a track is: a recording among the media, or a song at Spotify. */
export type Whereabouts = { mediaId: string | null; spotifyId: string | null }

const ofPlaces = `select e.track_id as id, t.media_id as "mediaId", t.spotify_id as "spotifyId"
  from library_entries e join tracks t on t.id = e.track_id
  where e.person_id = $1::uuid and (t.media_id = any($2::uuid[]) or t.spotify_id = any($3::text[]))`

/** The tracks of a person's that these are, in their order; undefined where she has none. */
export async function ownTracks(
  db: Db,
  personId: string,
  wanted: readonly Whereabouts[],
): Promise<(string | undefined)[]> {
  const [media, songs] = [wanted.map(({ mediaId }) => mediaId), wanted.map(({ spotifyId }) => spotifyId)]
  const found = await rows<Whereabouts & { id: string }>(db, ofPlaces, [personId, media, songs])
  const ids = new Map(found.map(({ id, mediaId, spotifyId }) => [mediaId ?? spotifyId, id]))
  return wanted.map(({ mediaId, spotifyId }) => ids.get(mediaId ?? spotifyId))
}
