import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { CodeSent, MfaChanged } from '@sharemyshows/contract/mfa'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { CODE_SECONDS } from '../rules.ts'
import {
  type CredentialKind,
  type CredentialRow,
  credentialsOf,
  deleteCredentials,
  insertCredential,
  renewCredential,
} from '../store/credentials.ts'
import { lockUser, type UserRow } from '../store.ts'
import { lastCode, makeCode, pauseFrom } from './codes.ts'
import type { MfaDeps } from './open-challenge.ts'
import { makeTotp } from './totp.ts'

/** Begins to switch a second step on for somebody who has just given her password; nothing holds before its first code. */
export async function setUpMfa(
  tx: Tx,
  deps: MfaDeps,
  actor: Actor,
  method: CredentialKind | 'sms',
): Promise<MfaChanged | Refusal> {
  // text messages would be set up here, as mail is, once a provider is plugged in and people have numbers
  if (method === 'sms') return refuse('provider_not_configured')
  const user = await lockUser(tx, actor.id)
  if (user === undefined) return refuse('unauthenticated')
  const credentials = await credentialsOf(tx, user.id)
  const pending = credentials.filter((row) => row.confirmed_at === null)
  if (credentials.some((row) => row.kind === method && row.confirmed_at !== null))
    return refuse('mfa_already_on')
  const now = { enabled: user.mfa_enabled, method }
  if (method === 'totp') {
    await deleteCredentials(tx, idsOf(pending))
    const { sealed, ...totp } = makeTotp(deps.secret, user)
    await insertCredential(tx, { id: newId(), user_id: user.id, kind: 'totp', secret: sealed })
    return { ...now, state: 'scan', expires_in: CODE_SECONDS, totp }
  }
  return { ...now, state: 'code_sent', ...(await setUpMail(tx, deps, user, pending)) }
}

const idsOf = (rows: readonly CredentialRow[]) => rows.map(({ id }) => id)

/** Whoever opens the dialog again at once is given the code that is on its way. */
async function setUpMail(
  tx: Tx,
  deps: MfaDeps,
  user: UserRow,
  pending: readonly CredentialRow[],
): Promise<CodeSent> {
  const begun = pending.find(({ kind }) => kind === 'email')
  await deleteCredentials(tx, idsOf(pending.filter((row) => row !== begun)))
  if (begun === undefined) await insertCredential(tx, { id: newId(), user_id: user.id, kind: 'email' })
  else await renewCredential(tx, begun.id)
  const { good, pause } = await lastCode(tx, user.id, 'enable')
  if (!deps.rateLimits || pause === 0 || good === undefined) return send(tx, deps, user)
  return { expires_in: Math.ceil((Date.parse(good.expires_at) - Date.now()) / 1000), resend_in: pause }
}

/** Mails another code for a setting-up that was begun. */
export async function resendSetUp(tx: Tx, deps: MfaDeps, actor: Actor): Promise<CodeSent | Refusal> {
  const user = await lockUser(tx, actor.id)
  const begun = (await credentialsOf(tx, actor.id)).find(
    (row) => row.kind === 'email' && row.confirmed_at === null,
  )
  if (user === undefined || begun === undefined) return refuse('mfa_not_pending')
  const { pause } = await lastCode(tx, user.id, 'enable')
  if (deps.rateLimits && pause > 0) return refuse('resend_too_early', { details: { retry_after: pause } })
  await renewCredential(tx, begun.id)
  return send(tx, deps, user)
}

async function send(tx: Tx, { secret, couriers, rateLimits }: MfaDeps, user: UserRow): Promise<CodeSent> {
  await couriers.email(tx, user, 'enable', await makeCode(tx, secret, user.id, 'enable'))
  const resend_in = rateLimits ? await pauseFrom(tx, user.id, 'enable') : 0
  return { expires_in: CODE_SECONDS, resend_in }
}
