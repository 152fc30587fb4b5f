import type { SignedIn } from '@sharemyshows/contract/accounts'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import { transact } from '../../../platform/db/transact.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import * as store from '../store.ts'
import { hashPassword, refuseCommon } from './passwords.ts'
import { type Device, startSession } from './sessions.ts'
import { welcome } from './welcome.ts'

export type Registration = {
  username: string
  email: string
  password: string
  role?: 'attendee' | 'organizer' | undefined
}

/** Creates an account, signs it in and welcomes the person by mail. A taken name and a taken address are one refusal. */
export async function register(
  db: Db,
  secret: string,
  home: string,
  registration: Registration,
  device: Device,
): Promise<SignedIn | Refusal> {
  const { username, email, password, role = 'attendee' } = registration
  const common = await refuseCommon('password', password, registration)
  if (common !== undefined) return common
  const password_hash = await hashPassword(password)
  return transact(db, async (tx) => {
    const user = await store.insertUser(tx, { id: newId(), username, email, password_hash, role })
    if (user === undefined) return refuse('identity_taken')
    await queueMail(tx, welcome(user, home))
    return startSession(tx, secret, user, device)
  })
}
