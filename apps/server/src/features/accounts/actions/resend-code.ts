import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { CodeSent } from '@sharemyshows/contract/mfa'
import type { Tx } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { CODE_SECONDS, inSeconds, RESEND_SECONDS, TICKET_SECONDS } from '../rules.ts'
import {
  type ChallengeRow,
  extendChallenge,
  lockChallenge,
  lockNewestChallenge,
} from '../store/challenges.ts'
import { credentialsOf } from '../store/credentials.ts'
import { findUser } from '../store.ts'
import { lastCode } from './codes.ts'
import { type MfaDeps, sendSignInCode } from './open-challenge.ts'
import { hashToken } from './tokens.ts'

/** Mails another code for the sign-in of a ticket. */
export async function resendByTicket(tx: Tx, deps: MfaDeps, ticket: string): Promise<CodeSent | Refusal> {
  const challenge = await lockChallenge(tx, hashToken(deps.secret, ticket))
  return challenge === undefined ? refuse('mfa_ticket_refused') : resend(tx, deps, challenge)
}

/**
 * Asks for another code by address. Whether a sign-in waits for one is looked up by a job, so that the request does the
 * same for every address, and takes as long.
 */
export async function resendByAddress(tx: Tx, { rateLimits }: MfaDeps, email: string): Promise<CodeSent> {
  await enqueue(tx, 'mail-sign-in-code', { email })
  return { expires_in: CODE_SECONDS, resend_in: rateLimits ? RESEND_SECONDS : 0 }
}

/** Mails the code if a sign-in waits for one, and not sooner than codes are sent. */
export async function mailSignInCode(deps: MfaDeps, email: string): Promise<void> {
  await transact(deps.db, async (tx) => {
    const challenge = await lockNewestChallenge(tx, email)
    return challenge && resend(tx, deps, challenge)
  })
}

/** The sign-in lives on with its new code. */
async function resend(tx: Tx, deps: MfaDeps, challenge: ChallengeRow): Promise<CodeSent | Refusal> {
  const user = await findUser(tx, challenge.user_id)
  const confirmed = (await credentialsOf(tx, challenge.user_id)).filter((row) => row.confirmed_at !== null)
  if (user === undefined || !confirmed.some(({ kind }) => kind === 'email')) {
    return refuse('mfa_not_on', { message: 'This account takes no codes by mail.' })
  }
  const { pause } = await lastCode(tx, user.id, 'sign_in')
  if (deps.rateLimits && pause > 0) return refuse('resend_too_early', { details: { retry_after: pause } })
  await extendChallenge(tx, challenge.id, inSeconds(TICKET_SECONDS))
  return { expires_in: CODE_SECONDS, resend_in: await sendSignInCode(tx, deps, user, challenge.id) }
}
