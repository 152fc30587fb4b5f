import type { Tx } from '../../../platform/db/connect.ts'
import { deleteChallenges } from '../store/challenges.ts'
import { deleteCodes } from '../store/codes.ts'
import { type CredentialRow, deleteCredentials, replaceRecoveryCodes } from '../store/credentials.ts'
import { updateUser } from '../store.ts'

/**
 * Takes second steps away from a person whose row is locked. Every code that was on its way is worthless then, also for
 * a sign-in that waits elsewhere; with the last step the recovery codes go.
 */
export async function dropMfa(
  tx: Tx,
  userId: string,
  going: readonly CredentialRow[],
  isLast: boolean,
): Promise<void> {
  await deleteChallenges(tx, userId)
  await deleteCodes(tx, userId)
  await deleteCredentials(
    tx,
    going.map(({ id }) => id),
  )
  if (!isLast) return
  await replaceRecoveryCodes(tx, userId, [])
  await updateUser(tx, userId, { mfa_enabled: false })
}
