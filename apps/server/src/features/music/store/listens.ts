import type { Listen } from '@sharemyshows/contract/listens'
import type { Mood } from '@sharemyshows/contract/moods'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/connect.ts'
import { idAt, newId } from '../../../platform/db/ids.ts'

/** Asked for again within so many seconds it is the same listen. */
const SAME_SECONDS = 30

/** Writes down that a person plays a track, whose entry is locked; gives the listen. */
export async function beginListen(
  tx: Tx,
  personId: string,
  trackId: string,
  mood: Mood | null,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from listens
    where person_id = ${personId} and track_id = ${trackId}
      and played_at > now() - ${SAME_SECONDS} * interval '1 second'
    order by played_at desc limit 1`.execute(tx)
  if (rows[0] !== undefined) return rows[0].id
  const id = newId()
  await tx.insertInto('listens').values({ id, person_id: personId, track_id: trackId, mood }).execute()
  return id
}

/** Keeps how far a track was heard, the most that was said; false where there is no such listen of the person's. */
export async function updateListen(
  tx: Tx,
  personId: string,
  id: string,
  { seconds, outcome }: { seconds?: number | undefined; outcome?: Listen['outcome'] | undefined },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update listens set
      seconds = greatest(seconds, coalesce(${seconds ?? null}::float8, 0)),
      outcome = coalesce(${outcome ?? null}::text, outcome)
    where id = ${id} and person_id = ${personId}`.execute(tx)
  return numAffectedRows === 1n
}

/** What somebody heard elsewhere, of a track that she has here. */
export type PastListen = Pick<Listen, 'mood' | 'seconds' | 'outcome' | 'played_at'> & { trackId: string }

export async function findListenAt(
  tx: Tx,
  personId: string,
  { trackId, played_at }: PastListen,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from listens
    where person_id = ${personId} and track_id = ${trackId}
      and date_trunc('milliseconds', played_at) = ${played_at}::timestamptz limit 1`.execute(tx)
  return rows[0]?.id
}

export async function insertListen(
  tx: Tx,
  personId: string,
  { trackId, ...heard }: PastListen,
): Promise<string> {
  const id = idAt(heard.played_at)
  await tx
    .insertInto('listens')
    .values({ id, person_id: personId, track_id: trackId, ...heard })
    .execute()
  return id
}

export async function deleteListen(tx: Tx, personId: string, id: string): Promise<void> {
  await tx.deleteFrom('listens').where('id', '=', id).where('person_id', '=', personId).execute()
}
