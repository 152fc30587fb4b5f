import type { SignedIn } from '@sharemyshows/contract/accounts'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { MfaMethod } from '@sharemyshows/contract/mfa-required'
import type { Tx } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import { noticeMail } from '../mails.ts'
import { digitsOf, MOST_WRONG_CODES } from '../rules.ts'
import {
  type ChallengeRow,
  deleteChallenge,
  lockChallenge,
  lockNewestChallenge,
} from '../store/challenges.ts'
import type { CodePurpose } from '../store/codes.ts'
import { credentialsOf, recoveryCodesLeft } from '../store/credentials.ts'
import { findUser, type UserRow, updateUser } from '../store.ts'
import { judgeMailed, type Verdict, withinTries } from './codes.ts'
import type { MfaDeps } from './open-challenge.ts'
import { judgeRecoveryCode, tellOfRecoveryCode } from './recovery-codes.ts'
import { type Device, startSession } from './sessions.ts'
import { hashToken } from './tokens.ts'
import { judgeTotp } from './totp.ts'

/** The sign-in that waits: by its ticket, or the newest of whoever uses the address. */
type Waiting = { mfa_ticket?: string | undefined; email?: string | undefined }
export type MfaAnswer = Waiting & { code: string; method?: MfaMethod | undefined }

const findWaiting = (tx: Tx, secret: string, { mfa_ticket, email = '' }: Waiting) =>
  mfa_ticket === undefined ? lockNewestChallenge(tx, email) : lockChallenge(tx, hashToken(secret, mfa_ticket))

/** Signs in with the second step. The ticket ends with the first right code. */
export async function verifyMfa(
  deps: MfaDeps,
  answer: MfaAnswer,
  device: Device,
): Promise<SignedIn | Refusal> {
  const { db, secret } = deps
  // a wrong code is counted, so its transaction commits
  const result = await transact<{ refusal: Refusal } | { signedIn: SignedIn }>(db, async (tx) => {
    const challenge = await findWaiting(tx, secret, answer)
    if (challenge === undefined) {
      // an address tells nobody whether it has an account, or whether somebody is about to sign in
      return { refusal: refuse(answer.mfa_ticket === undefined ? 'code_invalid' : 'mfa_ticket_refused') }
    }
    const method = { used: answer.method }
    const judgeIt = async () => {
      const { verdict, by } = await judge(tx, secret, challenge, answer)
      method.used = by
      return verdict
    }
    const refusal = await withinTries(tx, challenge.user_id, triesOf(answer), judgeIt, () =>
      noteGuessing(tx, deps, challenge.user_id),
    )
    if (refusal !== undefined) return { refusal }
    await deleteChallenge(tx, challenge.id)
    const user = await findUser(tx, challenge.user_id)
    if (user?.suspended_at !== null) return { refusal: refuse('account_suspended') }
    return { signedIn: await enter(tx, deps, user, method.used, device) }
  })
  if ('refused' in result) return result
  return 'refusal' in result ? result.refusal : result.signedIn
}

const isRecovery = ({ code, method }: MfaAnswer) =>
  method === 'recovery' || (method === undefined && digitsOf(code) === null)

/** An address is no secret: whoever knows only that must not use up the tries of the person who holds the ticket. */
function triesOf(answer: MfaAnswer): CodePurpose {
  if (answer.mfa_ticket === undefined) return 'sign_in_by_address'
  return isRecovery(answer) ? 'recovery' : 'sign_in'
}

/** Judges a code by the method that is named, or by all that take six digits. */
async function judge(
  tx: Tx,
  secret: string,
  { id, user_id }: ChallengeRow,
  answer: MfaAnswer,
): Promise<{ verdict: Verdict; by: MfaMethod }> {
  if (isRecovery(answer)) {
    return { verdict: await judgeRecoveryCode(tx, secret, user_id, answer.code), by: 'recovery' }
  }
  const digits = digitsOf(answer.code)
  const credentials = (await credentialsOf(tx, user_id)).filter((row) => row.confirmed_at !== null)
  let best: { verdict: Verdict; by: MfaMethod } = { verdict: 'wrong', by: 'email' }
  for (const credential of credentials) {
    const by = credential.kind
    if (digits === null || (answer.method !== undefined && answer.method !== by)) continue
    const verdict =
      by === 'totp'
        ? await judgeTotp(tx, secret, credential, digits)
        : await judgeMailed(tx, secret, user_id, 'sign_in', id, digits)
    if (verdict === 'right') return { verdict, by }
    if (verdict !== 'wrong') best = { verdict, by }
  }
  return best
}

/** Codes are only guessed where somebody has typed the password: its owner is told. */
async function noteGuessing(tx: Tx, { home, audit }: MfaDeps, userId: string): Promise<void> {
  const user = await findUser(tx, userId)
  if (user === undefined) return
  const details = { step: 'second' }
  await audit.record(tx, { actor: null, act: 'sign_ins_refused', subject: userId, details })
  await queueMail(
    tx,
    noticeMail(user, {
      home,
      subject: 'Wrong codes for your ShareMyShows account',
      heading: 'Somebody typed wrong codes',
      paragraphs: [
        `A log-in with your password waited for its code, and ${MOST_WRONG_CODES} wrong ones were typed. For a quarter of an hour none is taken.`,
        'If you were not logging in at that time, somebody has your password. Choose a new one now.',
      ],
      button: { label: 'Choose a New Password', href: `${home}/forgot-password` },
    }),
  )
}

/** Starts the session; a mailed code has shown that its reader has the address. */
async function enter(
  tx: Tx,
  { secret, home, audit }: MfaDeps,
  before: UserRow,
  by: MfaMethod | undefined,
  device: Device,
): Promise<SignedIn> {
  const shown = { awaits_first_code: false, ...(by === 'email' && { email_verified: true }) }
  await updateUser(tx, before.id, shown)
  const user = { ...before, ...shown }
  if (by === 'recovery') {
    await audit.record(tx, { actor: user.id, act: 'recovery_code_used', subject: user.id })
    await tellOfRecoveryCode(tx, home, user, await recoveryCodesLeft(tx, user.id))
  }
  return startSession(tx, secret, user, device)
}
