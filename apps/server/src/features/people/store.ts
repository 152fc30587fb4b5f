import { sql } from 'kysely'
import type { Db } from '../../platform/db/connect.ts'
import { avatarOfKey } from './rules.ts'

/** Those of `keys` whose picture nobody shows. */
export async function findUnheld(db: Db, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    key: string
  }>`select key from unnest(${keys}::text[], ${keys.map(avatarOfKey)}::text[])
      as kept (key, avatar)
    where not exists (select 1 from users u where u.avatar = nullif(kept.avatar, '')::uuid)`.execute(db)
  return rows.map(({ key }) => key)
}
