import type { SignedIn } from '@sharemyshows/contract/accounts'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { MfaRequired } from '@sharemyshows/contract/mfa-required'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import { transact } from '../../../platform/db/transact.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import type { Admission, Arrival } from '../../instance/feature.ts'
import { welcomeMail } from '../mails.ts'
import { insertCredential } from '../store/credentials.ts'
import * as store from '../store.ts'
import { linkMinutes, makeLink } from './links.ts'
import { type MfaDeps, openChallenge } from './open-challenge.ts'
import { hashPassword, refuseCommon } from './passwords.ts'
import { type Device, startSession } from './sessions.ts'

export type Registration = {
  username: string
  email: string
  password: string
  role?: 'attendee' | 'organizer' | undefined
  enable_mfa?: boolean | undefined
  invitation?: string | undefined
}

/** Who may come in, and as what. */
export type Admit = (tx: Tx, arrival: Arrival) => Promise<Admission | Refusal>

/**
 * Creates an account and welcomes the person by mail: signed in, with a link that confirms the address, or with the first
 * code of her two-step sign-in. A taken name and a taken address are one refusal.
 */
export async function register(
  deps: MfaDeps & { admit: Admit },
  registration: Registration,
  device: Device,
): Promise<SignedIn | MfaRequired | Refusal> {
  const { username, email, password, enable_mfa = false } = registration
  const common = await refuseCommon('password', password, registration)
  if (common !== undefined) return common
  const account = { id: newId(), username, email, password_hash: await hashPassword(password) }
  return transact(deps.db, async (tx) => {
    const admission = await deps.admit(tx, registration)
    if (isRefusal(admission)) return admission
    const mfa = { mfa_enabled: enable_mfa, awaits_first_code: enable_mfa }
    const user = await store.insertUser(tx, { ...account, ...mfa, role: admission.role })
    if (user === undefined) return refuse('identity_taken')
    await admission.settle(user)
    if (enable_mfa) return beginWithMfa(tx, deps, user)
    await welcome(tx, deps, user)
    return startSession(tx, deps.secret, user, device)
  })
}

async function beginWithMfa(tx: Tx, deps: MfaDeps, user: store.UserRow): Promise<MfaRequired> {
  const confirmed_at = new Date().toISOString()
  await insertCredential(tx, { id: newId(), user_id: user.id, kind: 'email', confirmed_at })
  return openChallenge(tx, deps, user, 'welcome')
}

async function welcome(tx: Tx, { secret, home }: MfaDeps, user: store.UserRow): Promise<void> {
  const token = await makeLink(tx, secret, 'verify_email', user)
  await queueMail(tx, welcomeMail(user, { home, token, minutes: linkMinutes('verify_email') }))
}
