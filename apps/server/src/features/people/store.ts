import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'
import { avatarOfKey } from './rules.ts'

/** Writes a block down; false when it was there. */
export async function insertBlock(tx: Tx, fromId: string, toId: string): Promise<boolean> {
  const added = await tx
    .insertInto('relationships')
    .values({ from_id: fromId, to_id: toId, kind: 'block' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** False when there was none. */
export async function deleteBlock(tx: Tx, fromId: string, toId: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('relationships')
    .where('from_id', '=', fromId)
    .where('to_id', '=', toId)
    .where('kind', '=', 'block')
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

/** Ends whatever joins two people, in both directions: friendships, requests and follows. */
export async function deleteTies(tx: Tx, oneId: string, otherId: string): Promise<void> {
  await tx
    .deleteFrom('relationships')
    .where((w) =>
      w.or([
        w.and([w('from_id', '=', oneId), w('to_id', '=', otherId)]),
        w.and([w('from_id', '=', otherId), w('to_id', '=', oneId)]),
      ]),
    )
    .where('kind', '<>', 'block')
    .execute()
}

/** Those of `keys` whose picture nobody shows. */
export async function findUnheld(db: Db, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    key: string
  }>`select key from unnest(${keys}::text[], ${keys.map(avatarOfKey)}::text[])
      as kept (key, avatar)
    where not exists (select 1 from users u where u.avatar = nullif(kept.avatar, '')::uuid)`.execute(db)
  return rows.map(({ key }) => key)
}
