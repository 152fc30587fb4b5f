import { sql } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import type { SeenShowId } from '../../viewer/gate.ts'

export type Setlist = { headliner: string; order: string[] }

/** Locks a setlist until the transaction ends: whose songs they are and their ids in order. */
export async function lockSetlist(tx: Tx, showId: SeenShowId): Promise<Setlist> {
  const { name: headliner } = await tx
    .selectFrom('shows as s')
    .innerJoin('artists as a', 'a.id', 's.headliner_id')
    .select('a.name')
    .where('s.id', '=', showId)
    .forNoKeyUpdate('s')
    .executeTakeFirstOrThrow()
  const songs = await tx
    .selectFrom('setlist_songs')
    .select('id')
    .where('show_id', '=', showId)
    .orderBy('position')
    .execute()
  return { headliner, order: songs.map((song) => song.id) }
}

/** Numbers the songs of a setlist 1, 2, 3… in this order. */
export async function writeOrder(tx: Tx, showId: SeenShowId, order: readonly string[]): Promise<void> {
  await sql`
    update setlist_songs as q set position = n.position
    from unnest(${[...order]}::uuid[]) with ordinality as n (id, position)
    where q.id = n.id and q.show_id = ${showId} and q.position <> n.position`.execute(tx)
}

export type Song = {
  song_name: string
  /** Null: the headliner's own. */
  artist_name: string | null
  encore: boolean
  notes: string | null
}

export async function insertSong(
  tx: Tx,
  showId: SeenShowId,
  id: string,
  position: number,
  song: Song,
): Promise<void> {
  await tx
    .insertInto('setlist_songs')
    .values({ id, show_id: showId, position, ...song })
    .execute()
}

export async function updateSong(tx: Tx, id: string, change: Partial<Song>): Promise<void> {
  await tx
    .updateTable('setlist_songs')
    .set({ ...change, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

export async function deleteSong(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('setlist_songs').where('id', '=', id).execute()
}
