import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'
import { finishingKey, LEASE_SECONDS } from './rules.ts'

export type UploadRow = Selectable<Tables['uploads']>
export type NewUpload = Omit<Insertable<Tables['uploads']>, 'state' | 'received' | 'expires_at'>

const inAWeek = sql<string>`now() + interval '7 days'`
const nobodyWrites = sql<boolean>`(writer is null or writer_until < now())`

export const findUpload = (db: Db, id: string): Promise<UploadRow | undefined> =>
  db.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirst()

export const lockUpload = (tx: Tx, id: string): Promise<UploadRow | undefined> =>
  tx.selectFrom('uploads').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function insertUpload(tx: Tx, upload: NewUpload): Promise<void> {
  await tx
    .insertInto('uploads')
    .values({ ...upload, expires_at: inAWeek })
    .execute()
}

export async function countOpen(tx: Tx, ownerId: string): Promise<number> {
  const { open } = await tx
    .selectFrom('uploads')
    .select(sql<number>`count(*)`.as('open'))
    .where('owner_id', '=', ownerId)
    .where('state', 'in', ['receiving', 'finishing'])
    .executeTakeFirstOrThrow()
  return open
}

/** Makes somebody the one writer of an upload for a while; undefined when another is, or there is nothing to write. */
export const takeLease = (db: Db, id: string, writer: string): Promise<UploadRow | undefined> =>
  db
    .updateTable('uploads')
    .set({ writer, writer_until: leaseEnd, expires_at: inAWeek })
    .where('id', '=', id)
    .where('state', '=', 'receiving')
    .where(nobodyWrites)
    .returningAll()
    .executeTakeFirst()

const leaseEnd = sql<string>`now() + ${sql.lit(LEASE_SECONDS)} * interval '1 second'`

/** False when the lease has been lost, as by a cancellation. */
export async function renewLease(db: Db, id: string, writer: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('uploads')
    .set({ writer_until: leaseEnd })
    .where('id', '=', id)
    .where('writer', '=', writer)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function keepRef(db: Db, id: string, writer: string, ref: string): Promise<void> {
  await db.updateTable('uploads').set({ ref }).where('id', '=', id).where('writer', '=', writer).execute()
}

/** Ends a lease and says how far the bytes are; undefined when it was lost before. */
export const releaseLease = (
  tx: Tx,
  id: string,
  writer: string,
  received: number,
): Promise<UploadRow | undefined> =>
  tx
    .updateTable('uploads')
    .set({ received, writer: null, writer_until: null, expires_at: inAWeek })
    .where('id', '=', id)
    .where('writer', '=', writer)
    .returningAll()
    .executeTakeFirst()

/** Writes down what the store says of an upload that nobody writes. */
export async function correctReceived(tx: Tx, id: string, received: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('uploads')
    .set({ received, writer: null, writer_until: null })
    .where('id', '=', id)
    .where('state', '=', 'receiving')
    .where(nobodyWrites)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function setFinishing(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('uploads')
    .set({ state: 'finishing' })
    .where('id', '=', id)
    .where('state', '=', 'receiving')
    .execute()
}

/** How an upload ended. */
export type End =
  | { state: 'done'; media_id: string; duplicate: boolean }
  | { state: 'failed'; problem_code: string; problem_message: string }

export async function setEnded(tx: Tx, id: string, end: End): Promise<void> {
  await tx
    .updateTable('uploads')
    .set({ ...end, expires_at: inAWeek })
    .where('id', '=', id)
    .execute()
}

/** Deletes one upload, some of all a person has, or some of those whose time is over; gives what they were. */
export async function deleteUploads(
  tx: Tx,
  which: { id: string } | { ownerId: string; atMost: number } | { expired: true; atMost: number },
): Promise<UploadRow[]> {
  const chosen = tx.selectFrom('uploads').select('id').orderBy('id').forUpdate()
  const picked =
    'id' in which
      ? chosen.where('id', '=', which.id)
      : 'ownerId' in which
        ? chosen.where('owner_id', '=', which.ownerId).limit(which.atMost)
        : chosen
            .where('state', '<>', 'finishing')
            .where('expires_at', '<', sql<string>`now()`)
            .where(nobodyWrites)
            .limit(which.atMost)
  return tx.deleteFrom('uploads').where('id', 'in', picked).returningAll().execute()
}

/** Uploads after this id that are being received and that nobody writes at the moment. */
export const findIdle = (db: Db, after: string, atMost: number): Promise<UploadRow[]> =>
  db
    .selectFrom('uploads')
    .selectAll()
    .where('state', '=', 'receiving')
    .where(nobodyWrites)
    .where('id', '>', after)
    .orderBy('id')
    .limit(atMost)
    .execute()

/** Uploads that should be looked at, and whose job has given up. */
export async function findStuck(db: Db): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from uploads u where state = 'finishing' and not exists (
    select 1 from graphile_worker.jobs j where j.key = ${finishingKey('')}::text || u.id::text and j.attempts < j.max_attempts)`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Those of the ids whose bytes nobody needs: there is no such upload, or it has ended. */
export async function findGone(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select gone as id from unnest(${ids}::text[]) as gone
    where not exists (select 1 from uploads u
      where u.id::text = gone and u.state in ('receiving', 'finishing'))`.execute(db)
  return rows.map(({ id }) => id)
}

/** Has the uploads of a person end one after the other. */
export async function takeTurn(tx: Tx, ownerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`uploads of ${ownerId}`}, 0))`.execute(tx)
}

/** Moves what is on its way to one show to another. */
export async function moveUploads(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.updateTable('uploads').set({ show_id: intoId }).where('show_id', '=', fromId).execute()
}
