import { sql } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import type { SeenShowId } from '../../viewer/gate.ts'
import type { Placed } from './rules.ts'

export type Setlist = { headliner: string; songs: Placed[] }

/** Locks a setlist until the transaction ends: whose songs they are (the title stands for nobody), and their places; undefined when the show has just gone. */
export async function lockSetlist(tx: Tx, showId: SeenShowId): Promise<Setlist | undefined> {
  // before anything is read: a statement that waits for the lock reads what was there before the wait
  await tx.selectFrom('shows').select('id').where('id', '=', showId).forNoKeyUpdate().execute()
  const headliner = await tx
    .selectFrom('shows as s')
    .leftJoin('artists as a', 'a.id', 's.headliner_id')
    .select((eb) => eb.fn.coalesce('a.name', 's.title', sql.lit('')).as('name'))
    .where('s.id', '=', showId)
    .executeTakeFirst()
  if (headliner === undefined) return undefined
  const songs = await tx
    .selectFrom('setlist_songs')
    .select(['id', 'encore', 'set_number as set'])
    .where('show_id', '=', showId)
    .orderBy('position')
    .execute()
  return { headliner: headliner.name, songs }
}

/** Numbers the songs of a setlist 1, 2, 3… in this order, each in its set. */
export async function writePlaces(tx: Tx, showId: SeenShowId, songs: readonly Placed[]): Promise<void> {
  await sql`
    update setlist_songs as q set position = n.position, encore = n.encore, set_number = n.set_number
    from unnest(${songs.map(({ id }) => id)}::uuid[], ${songs.map(({ encore }) => encore)}::boolean[],
      ${songs.map(({ set }) => set)}::smallint[]) with ordinality as n (id, encore, set_number, position)
    where q.id = n.id and q.show_id = ${showId}
      and (q.position, q.encore, q.set_number) <> (n.position, n.encore, n.set_number)`.execute(tx)
}

export type Song = {
  song_name: string
  /** Null: the headliner's own. */
  artist_name: string | null
  cover_of: string | null
  guest: string | null
  tape: boolean
  notes: string | null
}

/** Puts songs in after the last; their places are written by `writePlaces`. */
export async function insertSongs(
  tx: Tx,
  showId: SeenShowId,
  after: number,
  songs: readonly (Placed & Song)[],
): Promise<void> {
  await sql`
    insert into setlist_songs (id, show_id, position, song_name, artist_name, encore, set_number, cover_of, guest,
      tape, notes)
    select n.id, ${showId}, ${after}::integer + n.position, n.song_name, n.artist_name, n.encore, n.set, n.cover_of,
      n.guest, n.tape, n.notes
    from rows from (jsonb_to_recordset(${JSON.stringify(songs)}::jsonb) as (id uuid, song_name text, artist_name text,
      encore boolean, set smallint, cover_of text, guest text, tape boolean, notes text)) with ordinality
      as n (id, song_name, artist_name, encore, set, cover_of, guest, tape, notes, position)`.execute(tx)
}

export async function updateSong(tx: Tx, id: string, change: Partial<Song>): Promise<void> {
  await tx
    .updateTable('setlist_songs')
    .set({ ...change, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

export async function deleteSongs(tx: Tx, showId: SeenShowId, ids: readonly string[]): Promise<void> {
  await sql`delete from setlist_songs where show_id = ${showId} and id = any(${[...ids]}::uuid[])`.execute(tx)
}

/** The songs of a show in order as they were written down, by whom each was played. */
export async function readSongs(tx: Tx, showId: string) {
  return tx
    .selectFrom('setlist_songs as q')
    .innerJoin('shows as s', 's.id', 'q.show_id')
    .leftJoin('artists as a', 'a.id', 's.headliner_id')
    .select(['q.song_name', 'q.encore', 'q.set_number as set', 'q.cover_of', 'q.guest', 'q.tape', 'q.notes'])
    .select((eb) => eb.fn.coalesce('q.artist_name', 'a.name', 's.title').as('artist_name'))
    .where('q.show_id', '=', showId)
    .orderBy('q.position')
    .execute()
}

/**
 * Gives a show the setlist of another when that is the longer one; the other list is gone, and with it its notes.
 * Songs that were the headliner's stay that headliner's. Gives the songs of both, `left` being those that are gone, and
 * whether it was the other's that moved.
 */
export async function moveSetlist(
  tx: Tx,
  fromId: string,
  intoId: string,
): Promise<Record<'left' | 'stays', Awaited<ReturnType<typeof readSongs>>> & { moves: boolean }> {
  const [from, into] = [await readSongs(tx, fromId), await readSongs(tx, intoId)]
  const moves = from.length > into.length
  await tx
    .deleteFrom('setlist_songs')
    .where('show_id', '=', moves ? intoId : fromId)
    .execute()
  if (!moves) return { left: from, stays: into, moves }
  await sql`
    update setlist_songs as q set show_id = ${intoId}, artist_name = coalesce(q.artist_name, h.name)
    from shows s join shows t on t.id = ${intoId}
      left join artists h on h.id = s.headliner_id and s.headliner_id is distinct from t.headliner_id
    where q.show_id = s.id and s.id = ${fromId}`.execute(tx)
  return { left: into, stays: from, moves }
}
