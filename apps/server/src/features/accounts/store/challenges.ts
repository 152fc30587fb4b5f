import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Tables } from '../../../platform/db/generated/rows.gen.ts'

export type ChallengeRow = Selectable<Tables['challenges']>

export const insertChallenge = async (tx: Tx, row: Insertable<Tables['challenges']>): Promise<void> => {
  await tx.insertInto('challenges').values(row).execute()
}

/** Locks the sign-in of a ticket, so that of two answers at once the second finds it gone. */
export const lockChallenge = (tx: Tx, ticketHash: Buffer): Promise<ChallengeRow | undefined> =>
  open(tx).where('ticket_hash', '=', ticketHash).forUpdate().executeTakeFirst()

/** Locks the newest sign-in that waits for the second step of whoever uses this address. */
export const lockNewestChallenge = (tx: Tx, email: string): Promise<ChallengeRow | undefined> =>
  open(tx)
    .where('user_id', 'in', (from) => from.selectFrom('users').select('id').where('email', '=', email))
    .orderBy('created_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

const open = (db: Db) =>
  db.selectFrom('challenges').selectAll().where('expires_at', '>', new Date().toISOString())

export async function deleteChallenge(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('challenges').where('id', '=', id).execute()
}

/** Ends all sign-ins of a person that wait for their second step. */
export async function deleteChallenges(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('challenges').where('user_id', '=', userId).execute()
}

export async function extendChallenge(tx: Tx, id: string, expires_at: string): Promise<void> {
  await tx.updateTable('challenges').set({ expires_at }).where('id', '=', id).execute()
}
