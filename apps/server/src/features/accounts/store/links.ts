import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Tables } from '../../../platform/db/generated/rows.gen.ts'

export type LinkRow = Selectable<Tables['mailed_links']>
export type LinkPurpose = LinkRow['purpose']

export const insertLink = async (tx: Tx, link: Insertable<Tables['mailed_links']>): Promise<void> => {
  await tx.insertInto('mailed_links').values(link).execute()
}

export const findLink = (db: Db, hash: Buffer): Promise<LinkRow | undefined> =>
  db.selectFrom('mailed_links').selectAll().where('hash', '=', hash).executeTakeFirst()

/** Locks the link, so that of two who follow it at once the second finds it used. */
export const lockLink = (tx: Tx, hash: Buffer): Promise<LinkRow | undefined> =>
  tx.selectFrom('mailed_links').selectAll().where('hash', '=', hash).forUpdate().executeTakeFirst()

/** Marks a person's links of one purpose as used, all at once: what one has done the others need not do. */
export async function markLinksUsed(tx: Tx, userId: string, purpose: LinkPurpose): Promise<void> {
  await tx
    .updateTable('mailed_links')
    .set({ used_at: new Date().toISOString() })
    .where('user_id', '=', userId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute()
}

/** Withdraws a person's links that nobody has followed. */
export async function deleteLinks(tx: Tx, userId: string, purposes: readonly LinkPurpose[]): Promise<void> {
  await tx
    .deleteFrom('mailed_links')
    .where('user_id', '=', userId)
    .where('purpose', 'in', purposes)
    .where('used_at', 'is', null)
    .execute()
}

/** When links of one purpose were mailed to a person since then, the newest first. */
export async function linksSince(
  db: Db,
  userId: string,
  purpose: LinkPurpose,
  since: string,
): Promise<string[]> {
  const found = await db
    .selectFrom('mailed_links')
    .select('created_at')
    .where('user_id', '=', userId)
    .where('purpose', '=', purpose)
    .where('created_at', '>', since)
    .orderBy('created_at', 'desc')
    .execute()
  return found.map((row) => row.created_at)
}

export async function deleteExpiredLinks(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('mailed_links').where('expires_at', '<', before).execute()
}
