import { type Insertable, sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Tables } from '../../../platform/db/generated/rows.gen.ts'

/** Puts a rendition in the place of its predecessor, and gives the predecessor's key. */
export async function replaceRendition(
  tx: Tx,
  rendition: Insertable<Tables['renditions']>,
): Promise<string | null> {
  const old = await tx
    .deleteFrom('renditions')
    .where('media_id', '=', rendition.media_id)
    .where('name', '=', rendition.name)
    .returning('storage_key')
    .executeTakeFirst()
  await tx.insertInto('renditions').values(rendition).execute()
  return old?.storage_key ?? null
}

/** Those of `keys` that no row holds. */
export async function findUnheld(db: Db, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`select key from unnest(${keys}::text[]) as key
    where not exists (select 1 from media m where m.storage_key = key)
      and not exists (select 1 from renditions r where r.storage_key = key)`.execute(db)
  return rows.map(({ key }) => key)
}
