import type { Db } from '../../../platform/db/connect.ts'
import { row } from '../../../platform/db/read.ts'

const text = `select e.track_id as id from library_entries e join tracks t on t.id = e.track_id
  where e.person_id = $1::uuid and t.spotify_id = $2`

/** The track that a song of Spotify's is to a person who has it. */
export const findTrackOfSong = async (
  db: Db,
  personId: string,
  spotifyId: string,
): Promise<string | undefined> => (await row<{ id: string }>(db, text, [personId, spotifyId]))?.id
