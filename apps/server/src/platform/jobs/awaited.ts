import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

/** Those of `keys` whose job is under way or will be; one that took its last attempt with a dead process is neither. */
export async function awaitedKeys(db: Db, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select key from graphile_worker._private_jobs
    where key = any(${keys}::text[]) and (locked_at is not null or attempts < max_attempts)`.execute(db)
  return new Set(rows.map(({ key }) => key))
}
