import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'
import { TOLD_EVERY_MS } from './rules.ts'

export type Sync = Selectable<Tables['library_syncs']>

/** As in the index that allows one of a person. */
const active = sql`state in ('queued', 'running', 'waiting')`

/** Begins a sync in the place of those that ended; nothing where one is under way. */
export async function begin(tx: Tx, id: string, personId: string, most: number): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into library_syncs (id, person_id, state, most)
    values (${id}, ${personId}, 'queued', ${most})
    on conflict (person_id) where ${active} do nothing`.execute(tx)
  if (numAffectedRows !== 1n) return false
  await sql`delete from library_syncs where person_id = ${personId} and id <> ${id}`.execute(tx)
  return true
}

/** Takes up what is under way of a person, whoever left it where it stands. */
export async function takeUp(db: Db, personId: string): Promise<Sync | undefined> {
  const { rows } =
    await sql<Sync>`update library_syncs set state = 'running', message = null, resumes_at = null,
      updated_at = now()
    where person_id = ${personId} and ${active} returning *`.execute(db)
  return rows[0]
}

/** Until the transaction ends nobody else moves, ends or cancels it; undefined when it is no longer under way. */
export async function lock(tx: Tx, id: string): Promise<Sync | undefined> {
  const { rows } = await sql<Sync>`select * from library_syncs where id = ${id} and ${active}
    for no key update`.execute(tx)
  return rows[0]
}

/** Moves on past a page; tells whether it is time for its person's pages to hear of it. */
export async function moveOn(
  tx: Tx,
  id: string,
  { at, total, added }: { at: number; total: number; added: number },
): Promise<boolean> {
  const { rows } = await sql<{ is_told: boolean }>`with known as (
      select id, coalesce(told_at < clock_timestamp() - ${TOLD_EVERY_MS} * interval '1 ms', true) as is_told
      from library_syncs where id = ${id}
    )
    update library_syncs s set state = 'running', at = ${at}, total = ${total}, added = s.added + ${added},
      tries = 0, updated_at = now(),
      told_at = case when known.is_told then clock_timestamp() else s.told_at end
    from known where s.id = known.id returning known.is_told`.execute(tx)
  return rows[0]?.is_told ?? false
}

/** Puts it off until the provider takes questions again. */
export async function putOff(
  tx: Tx,
  id: string,
  { message, waits, tries }: { message: string; waits: number; tries: number },
): Promise<string> {
  const { rows } = await sql<{
    resumes_at: string
  }>`update library_syncs set state = 'waiting', tries = ${tries},
      message = ${message}, resumes_at = now() + ${waits} * interval '1 second', updated_at = now()
    where id = ${id} returning resumes_at`.execute(tx)
  return rows[0]?.resumes_at ?? ''
}

/** Ends what is under way. */
export async function end(
  tx: Tx,
  id: string,
  state: 'done' | 'failed' | 'cancelled',
  message: string | null = null,
): Promise<void> {
  await sql`update library_syncs set state = ${state}, message = ${message}, resumes_at = null, updated_at = now()
    where id = ${id}`.execute(tx)
}

/** What is under way of a person, locked as by `lock`. */
export async function lockOf(tx: Tx, personId: string): Promise<Sync | undefined> {
  const { rows } = await sql<Sync>`select * from library_syncs where person_id = ${personId} and ${active}
    for no key update`.execute(tx)
  return rows[0]
}

/** Everybody with a sync under way, the oldest first. */
export async function findUnderWay(db: Db, atMost: number): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`select person_id from library_syncs where ${active}
    order by updated_at limit ${atMost}`.execute(db)
  return rows.map(({ person_id }) => person_id)
}

/** Deletes all syncs of a person; waits for the page that is just being kept. */
export async function removeSyncs(tx: Tx, personId: string): Promise<void> {
  await sql`delete from library_syncs where person_id = ${personId}`.execute(tx)
}

/**
 * Has something sent by one at a time, over all processes; undefined where somebody is at it. No row is held
 * meanwhile, only a connection, which gives the lock back however it ends.
 */
export const alone = <T>(db: Db, what: string, work: () => Promise<T>): Promise<T | undefined> =>
  db.connection().execute(async (connection) => {
    const key = sql`hashtextextended(${`sending of ${what}`}, 0)`
    const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_lock(${key}) as held`.execute(
      connection,
    )
    if (rows[0]?.held !== true) return undefined
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection)
    }
  })
