import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'

/** A recording as it was added. */
export type Added = { id: string; owner_id: string }

/** Makes a recording a track of its owner's. */
export async function insertRecording(tx: Tx, added: Added, source: 'upload' | 'folder'): Promise<void> {
  const id = newId()
  await tx.insertInto('tracks').values({ id, media_id: added.id }).execute()
  await tx.insertInto('library_entries').values({ person_id: added.owner_id, track_id: id, source }).execute()
}

/** Copies to a track what was found in its recording. */
export async function copyFindings(tx: Tx, mediumId: string): Promise<void> {
  await sql`with found as (
      update tracks t set features_state = 'known', features_source = 'engine', features_at = a.analyzed_at,
        valence = a.valence, energy = a.energy, tempo = a.bpm, danceability = a.danceability, loudness = a.loudness,
        acousticness = (a.result #>> '{acousticness,value}')::float8,
        instrumentalness = (a.result #>> '{instrumentalness,value}')::float8,
        liveness = (a.result #>> '{liveness,value}')::float8,
        speechiness = (a.result #>> '{speechiness,value}')::float8
      from analyses a where a.media_id = ${mediumId} and t.media_id = a.media_id
      returning t.id, t.valence, t.energy, t.tempo)
    update library_entries e set place = point(found.valence, found.energy), tempo = found.tempo
    from found where e.track_id = found.id`.execute(tx)
}
