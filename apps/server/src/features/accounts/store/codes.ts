import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Tables } from '../../../platform/db/generated/rows.gen.ts'

export type CodeRow = Selectable<Tables['one_time_codes']>
export type CodePurpose = CodeRow['purpose']
export type TriesRow = Selectable<Tables['code_tries']>

export const insertCode = async (tx: Tx, row: Insertable<Tables['one_time_codes']>): Promise<void> => {
  await tx.insertInto('one_time_codes').values(row).execute()
}

/** The codes mailed to a person for one purpose, spent ones included; the newest first. */
export const codesOf = (db: Db, userId: string, purpose: CodePurpose): Promise<CodeRow[]> =>
  db
    .selectFrom('one_time_codes')
    .selectAll()
    .where('user_id', '=', userId)
    .where('purpose', '=', purpose)
    .orderBy('created_at', 'desc')
    .execute()

export async function markCodeUsed(tx: Tx, id: string): Promise<void> {
  const used_at = new Date().toISOString()
  await tx.updateTable('one_time_codes').set({ used_at }).where('id', '=', id).execute()
}

/** Makes the codes of one sign-in, or of setting up, worthless, because another takes their place. */
export async function replaceCodes(
  tx: Tx,
  userId: string,
  purpose: CodePurpose,
  challengeId: string | null,
): Promise<void> {
  await tx
    .updateTable('one_time_codes')
    .set({ replaced_at: new Date().toISOString() })
    .where('user_id', '=', userId)
    .where('purpose', '=', purpose)
    .where('challenge_id', 'is not distinct from', challengeId)
    .where('replaced_at', 'is', null)
    .execute()
}

/** Lets the code of an earlier sign-in count for this one. */
export async function moveCode(tx: Tx, id: string, challengeId: string): Promise<void> {
  await tx.updateTable('one_time_codes').set({ challenge_id: challengeId }).where('id', '=', id).execute()
}

export async function deleteCodes(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('one_time_codes').where('user_id', '=', userId).execute()
}

/** Locks the count of wrong codes: codes of one account and purpose are judged one after the other. */
export async function lockTries(tx: Tx, userId: string, purpose: CodePurpose): Promise<TriesRow> {
  await tx
    .insertInto('code_tries')
    .values({ user_id: userId, purpose })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return tx
    .selectFrom('code_tries')
    .selectAll()
    .where('user_id', '=', userId)
    .where('purpose', '=', purpose)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function setTries(tx: Tx, { user_id, purpose, wrong, since }: TriesRow): Promise<void> {
  await tx
    .updateTable('code_tries')
    .set({ wrong, since })
    .where('user_id', '=', user_id)
    .where('purpose', '=', purpose)
    .execute()
}

/** Forgets codes and sign-ins that ran out before this time, and begun set-ups that nobody finished. */
export async function deleteExpiredMfa(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('one_time_codes').where('expires_at', '<', before).execute()
  await tx.deleteFrom('challenges').where('expires_at', '<', before).execute()
  await tx.deleteFrom('code_tries').where('since', '<', before).execute()
  await tx
    .deleteFrom('credentials')
    .where('confirmed_at', 'is', null)
    .where('created_at', '<', before)
    .execute()
}
