import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { findUser } from '../store.ts'
import type { Attempts } from './attempts.ts'
import { fitsPassword } from './passwords.ts'

/**
 * Asks a signed-in person for her password before what a stolen session must not be enough for. Tries are counted for
 * the session: a thief who holds one can guess no faster by going from address to address, and cannot keep the owner
 * from her own account.
 */
export async function confirmPassword(
  db: Db,
  attempts: Attempts,
  actor: Actor,
  password: string,
): Promise<Refusal | undefined> {
  const claim = await attempts.confirm(actor.id, actor.sessionId)
  if (claim.wait > 0) return refuse('rate_limited', { details: { retry_after: claim.wait } })
  const user = await findUser(db, actor.id)
  if (!(await fitsPassword(user?.password_hash, password))) return refuse('password_wrong')
  await claim.succeeded()
  return undefined
}
