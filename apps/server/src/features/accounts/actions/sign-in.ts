import type { SignedIn } from '@sharemyshows/contract/accounts'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import * as store from '../store.ts'
import type { Attempts } from './attempts.ts'
import { fitsPassword } from './passwords.ts'
import { type Device, startSession } from './sessions.ts'

/** Signs in by name and password. Unknown names and wrong passwords answer alike, in words and in time. */
export async function signIn(
  db: Db,
  secret: string,
  attempts: Attempts,
  identifier: string,
  password: string,
  device: Device,
): Promise<SignedIn | Refusal> {
  const user = await store.findByIdentifier(db, identifier)
  const claim = await attempts.signIn(user?.id ?? identifier, device.ip)
  if (claim.wait > 0) return refuse('rate_limited', { details: { retry_after: claim.wait } })
  if (!(await fitsPassword(user?.password_hash, password)) || user === undefined) {
    return refuse('invalid_credentials')
  }
  await claim.succeeded()
  return transact(db, (tx) => startSession(tx, secret, user, device))
}
