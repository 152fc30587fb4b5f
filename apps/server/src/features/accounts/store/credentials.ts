import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Tables } from '../../../platform/db/generated/rows.gen.ts'

export type CredentialRow = Selectable<Tables['credentials']>
export type CredentialKind = CredentialRow['kind']

/** A person's second steps, those that wait for their first code included. */
export const credentialsOf = (db: Db, userId: string): Promise<CredentialRow[]> =>
  db.selectFrom('credentials').selectAll().where('user_id', '=', userId).orderBy('created_at').execute()

export const insertCredential = async (tx: Tx, row: Insertable<Tables['credentials']>): Promise<void> => {
  await tx.insertInto('credentials').values(row).execute()
}

export async function deleteCredentials(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('credentials').where('id', 'in', ids).execute()
}

export async function confirmCredential(tx: Tx, id: string): Promise<void> {
  const confirmed_at = new Date().toISOString()
  await tx.updateTable('credentials').set({ confirmed_at }).where('id', '=', id).execute()
}

/** A setting-up that was renewed counts from now. */
export async function renewCredential(tx: Tx, id: string): Promise<void> {
  const created_at = new Date().toISOString()
  await tx.updateTable('credentials').set({ created_at }).where('id', '=', id).execute()
}

/** Takes the code of a time step; false when that one, or a later one, was taken before. */
export async function takeStep(tx: Tx, id: string, step: number): Promise<boolean> {
  const taken = await tx
    .updateTable('credentials')
    .set({ last_step: step })
    .where('id', '=', id)
    .where((where) => where.or([where('last_step', 'is', null), where('last_step', '<', step)]))
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

/** Puts these recovery codes in the place of all there were. */
export async function replaceRecoveryCodes(tx: Tx, userId: string, hashes: readonly Buffer[]): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute()
  const rows = hashes.map((hash) => ({ user_id: userId, hash }))
  if (rows.length > 0) await tx.insertInto('recovery_codes').values(rows).execute()
}

/** Uses a recovery code up; undefined when there is none like it, false when it was used before. */
export async function useRecoveryCode(tx: Tx, userId: string, hash: Buffer): Promise<boolean | undefined> {
  const found = await tx
    .selectFrom('recovery_codes')
    .select('used_at')
    .where('user_id', '=', userId)
    .where('hash', '=', hash)
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined) return undefined
  if (found.used_at !== null) return false
  const used_at = new Date().toISOString()
  await tx
    .updateTable('recovery_codes')
    .set({ used_at })
    .where('user_id', '=', userId)
    .where('hash', '=', hash)
    .execute()
  return true
}

/** How many recovery codes can still be used. */
export async function recoveryCodesLeft(db: Db, userId: string): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_codes')
    .select((select) => select.fn.countAll<number>().as('left'))
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return left
}
