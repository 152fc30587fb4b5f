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

/** Ready photos after `after` that lack a rendition, in the order of their ids. */
export const findPhotosWithout = (
  db: Db,
  name: string,
  after: string,
  atMost: number,
): Promise<{ id: string; storage_key: string }[]> =>
  db
    .selectFrom('media as m')
    .select(['m.id', 'm.storage_key'])
    .where('m.kind', '=', 'photo')
    .where('m.state', '=', 'ready')
    .where('m.deleted_at', 'is', null)
    .where('m.id', '>', after)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('renditions as r')
            .select('r.name')
            .whereRef('r.media_id', '=', 'm.id')
            .where('r.name', '=', name),
        ),
      ),
    )
    .orderBy('m.id')
    .limit(atMost)
    .execute()

/** Those of `keys` that no row holds. */
export async function findUnheld(db: Db, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`select key from unnest(${keys}::text[]) as key
    where not exists (select 1 from media m where m.storage_key = key)
      and not exists (select 1 from renditions r where r.storage_key = key)`.execute(db)
  return rows.map(({ key }) => key)
}
