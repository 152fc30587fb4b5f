import { sql, type Updateable } from 'kysely'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Tables } from '../../../platform/db/generated/rows.gen.ts'

/** Until the transaction ends nobody else changes or plays this track of a person; false where she has none. */
export async function lockEntry(tx: Tx, personId: string, trackId: string): Promise<boolean> {
  const { rows } = await sql`select from library_entries
    where person_id = ${personId} and track_id = ${trackId} for update`.execute(tx)
  return rows.length > 0
}

/** Keeps what a person calls a track of hers; null takes that back. */
export async function updateNames(
  tx: Tx,
  personId: string,
  trackId: string,
  names: Pick<Updateable<Tables['library_entries']>, 'title' | 'artist' | 'album'>,
): Promise<void> {
  if (Object.keys(names).length === 0) return
  await tx
    .updateTable('library_entries')
    .set(names)
    .where('person_id', '=', personId)
    .where('track_id', '=', trackId)
    .execute()
}

/** Takes a track out of a person's music, or in again. */
export async function setLeftOut(tx: Tx, personId: string, trackId: string, leftOut: boolean): Promise<void> {
  await sql`update library_entries set left_out_at = case when ${leftOut} then coalesce(left_out_at, now()) end
    where person_id = ${personId} and track_id = ${trackId}`.execute(tx)
}

/** Removes some of all that a person has and heard; true while there may be more. */
export async function removeSome(tx: Tx, personId: string, atMost: number): Promise<boolean> {
  const listens = await sql`delete from listens where id in (
    select id from listens where person_id = ${personId} limit ${atMost})`.execute(tx)
  const entries = await sql`delete from library_entries where (person_id, track_id) in (
    select person_id, track_id from library_entries where person_id = ${personId} limit ${atMost})`.execute(
    tx,
  )
  return (listens.numAffectedRows ?? 0n) + (entries.numAffectedRows ?? 0n) > 0n
}
