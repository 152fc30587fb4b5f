import type { SignedIn } from '@sharemyshows/contract/accounts'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { MfaRequired } from '@sharemyshows/contract/mfa-required'
import { transact } from '../../../platform/db/transact.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import * as store from '../store.ts'
import type { Attempts } from './attempts.ts'
import { type MfaDeps, openChallenge } from './open-challenge.ts'
import { fitsPassword } from './passwords.ts'
import { type Device, startSession } from './sessions.ts'

/**
 * Signs in by name and password, or asks for the second step. Unknown names and wrong passwords answer alike, in words
 * and in time. That an account is suspended is told to whoever knows its password.
 */
export async function signIn(
  deps: MfaDeps,
  attempts: Attempts,
  identifier: string,
  password: string,
  device: Device,
): Promise<SignedIn | MfaRequired | Refusal> {
  const { db, secret } = deps
  const known = await store.findByIdentifier(db, identifier)
  const claim = await attempts.signIn(known?.id ?? identifier, device.ip)
  // by a job, so that it takes no longer for a name that exists
  if (claim.noteworthy) await enqueue(db, 'note-refused-sign-ins', { user_id: known?.id ?? null })
  if (claim.wait > 0) return refuse('rate_limited', { details: { retry_after: claim.wait } })
  if (!(await fitsPassword(known?.password_hash, password)) || known === undefined) {
    return refuse('invalid_credentials')
  }
  await claim.succeeded()
  return transact(db, async (tx) => {
    // a password that is being changed at this moment lets nobody in any more
    const user = await store.lockUserWith(tx, known.id, known.password_hash)
    if (user === undefined) return refuse('invalid_credentials')
    if (user.suspended_at !== null) return refuse('account_suspended')
    if (user.mfa_enabled) return openChallenge(tx, deps, user)
    return startSession(tx, secret, user, device)
  })
}
