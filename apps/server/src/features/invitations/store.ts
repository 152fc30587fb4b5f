import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Leaver } from '../../platform/db/forget.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'

export type InvitationRow = Selectable<Tables['invitations']>

export async function insertInvitation(tx: Tx, invitation: Insertable<Tables['invitations']>): Promise<void> {
  await tx.insertInto('invitations').values(invitation).execute()
}

export const findByHash = (db: Db, hash: Buffer): Promise<InvitationRow | undefined> =>
  db.selectFrom('invitations').selectAll().where('token_hash', '=', hash).executeTakeFirst()

/** Locks an invitation: of two who come with it at once, the second finds it used. */
export const lockByHash = (tx: Tx, hash: Buffer): Promise<InvitationRow | undefined> =>
  tx.selectFrom('invitations').selectAll().where('token_hash', '=', hash).forUpdate().executeTakeFirst()

export const lockInvitation = (tx: Tx, id: string): Promise<InvitationRow | undefined> =>
  tx.selectFrom('invitations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function spendInvitation(tx: Tx, id: string, userId: string): Promise<void> {
  const now = new Date().toISOString()
  await tx
    .updateTable('invitations')
    .set({ used_at: now, updated_at: now, used_by: userId })
    .where('id', '=', id)
    .execute()
}

export async function deleteInvitation(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('invitations').where('id', '=', id).execute()
}

/** Forgets invitations that ended so many days ago, with the addresses they were for. */
export async function deleteEnded(tx: Tx, days: number): Promise<void> {
  const ended = sql<string>`now() - make_interval(days => ${days})`
  await tx
    .deleteFrom('invitations')
    .where((w) => w.or([w('used_at', '<', ended), w('expires_at', '<', ended)]))
    .execute()
}

/** Takes a person's address off the invitations that were for her. */
export async function forgetAddress(tx: Tx, { id, email }: Leaver): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ email: null })
    .where((w) => w.or([w('email', '=', email), w('used_by', '=', id)]))
    .execute()
}
