import { EXPORT_DAYS, type ExportFormat } from '@sharemyshows/contract/exports'
import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'
import { newId } from '../../platform/db/ids.ts'

export type ExportRow = Selectable<Tables['exports']>

/** Gives the new export's id; undefined when another one is under way. */
export async function insertExport(
  tx: Tx,
  userId: string,
  format: ExportFormat,
): Promise<string | undefined> {
  const made = await tx
    .insertInto('exports')
    .values({ id: newId(), user_id: userId, format })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

/** Has an export begin, or begin again; undefined when it is not to be made (any more). */
export const startExport = (db: Db, id: string): Promise<ExportRow | undefined> =>
  db
    .updateTable('exports')
    .set({ state: 'running', progress: 0, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returningAll()
    .executeTakeFirst()

/** False when the export was taken away meanwhile. */
export async function writeProgress(tx: Tx, id: string, progress: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('exports')
    .set({ progress, updated_at: sql`now()` })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Says that an export has its file; undefined when it was taken away meanwhile. */
export const finishExport = (tx: Tx, id: string, key: string, size: number): Promise<ExportRow | undefined> =>
  tx
    .updateTable('exports')
    .set({
      state: 'ready',
      progress: 1,
      storage_key: key,
      file_size: size,
      expires_at: sql`now() + make_interval(days => ${EXPORT_DAYS})`,
      updated_at: sql`now()`,
    })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returningAll()
    .executeTakeFirst()

export const failExport = (tx: Tx, id: string, failure: string): Promise<ExportRow | undefined> =>
  tx
    .updateTable('exports')
    .set({ state: 'failed', failure, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returningAll()
    .executeTakeFirst()

type Gone = { id: string; storage_key: string | null }
const keysOf = (gone: readonly Gone[]) => gone.flatMap(({ storage_key }) => storage_key ?? [])

/** Deletes one export of a person; gives its file, null when it had none, undefined when it was not there. */
export async function deleteExport(tx: Tx, userId: string, id: string): Promise<string | null | undefined> {
  const gone = await tx
    .deleteFrom('exports')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .returning('storage_key')
    .executeTakeFirst()
  return gone?.storage_key
}

/** Deletes what a new export of a format takes the place of; gives the files. */
export async function deleteOlder(tx: Tx, { id, user_id, format }: ExportRow): Promise<string[]> {
  const gone = await tx
    .deleteFrom('exports')
    .where('user_id', '=', user_id)
    .where('format', '=', format)
    .where('id', '<>', id)
    .where('state', 'not in', ['waiting', 'running'])
    .returning(['id', 'storage_key'])
    .execute()
  return keysOf(gone)
}

/** Deletes all exports of a person; gives the files. */
export async function deleteAll(tx: Tx, userId: string): Promise<string[]> {
  const gone = await tx
    .deleteFrom('exports')
    .where('user_id', '=', userId)
    .returning(['id', 'storage_key'])
    .execute()
  return keysOf(gone)
}

/** Ends exports whose time is over; gives the files. What is not there to be fetched is forgotten after a month. */
export async function expireExports(tx: Tx): Promise<string[]> {
  const over = await sql<Gone>`update exports e set state = 'expired', storage_key = null, updated_at = now()
    from (select id, storage_key from exports where state = 'ready' and expires_at <= now() for update) old
    where e.id = old.id returning e.id, old.storage_key`.execute(tx)
  await sql`delete from exports where state in ('failed', 'expired') and updated_at < now() - interval '30 days'`.execute(
    tx,
  )
  return keysOf(over.rows)
}

/** Those of `keys` that no row holds. */
export async function findUnheld(db: Db, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`select key from unnest(${keys}::text[]) as key
    where not exists (select 1 from exports e where e.storage_key = key)`.execute(db)
  return rows.map(({ key }) => key)
}
