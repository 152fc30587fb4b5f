import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/connect.ts'

/**
 * Bytes a person keeps, with uploads on their way at their full length, but for `upload`, which is about to become a
 * medium. Until the transaction ends nobody else counts for her, so that two cannot both fit into the last room.
 */
export async function countBytes(tx: Tx, ownerId: string, upload: string | null = null): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`storage of ${ownerId}`}, 0))`.execute(tx)
  const { rows } = await sql<{ bytes: number }>`select
    (select coalesce(sum(file_size), 0) from media where owner_id = ${ownerId} and deleted_at is null)
    + (select coalesce(sum(length), 0) from uploads where owner_id = ${ownerId}
        and state in ('receiving', 'finishing') and id is distinct from ${upload}::uuid) as bytes`.execute(tx)
  return rows[0]?.bytes ?? 0
}
