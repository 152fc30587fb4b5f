import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import { noticeMail } from '../mails.ts'
import { CODE_SECONDS, digitsOf } from '../rules.ts'
import { deleteChallenges } from '../store/challenges.ts'
import { deleteCodes } from '../store/codes.ts'
import { type CredentialRow, confirmCredential, credentialsOf } from '../store/credentials.ts'
import { lockUser, type UserRow, updateUser } from '../store.ts'
import { judgeMailed, type Verdict, withinTries } from './codes.ts'
import type { MfaDeps } from './open-challenge.ts'
import { giveRecoveryCodes } from './recovery-codes.ts'
import { endSessions } from './sessions.ts'
import { judgeTotp } from './totp.ts'

/** Switches a second step on with its first code: ends all sessions and gives the recovery codes. */
export async function confirmMfa(deps: MfaDeps, actor: Actor, code: string): Promise<string[] | Refusal> {
  // a wrong code is counted, so its transaction commits
  const result = await transact<{ refusal: Refusal } | { codes: string[] }>(deps.db, async (tx) => {
    const user = await lockUser(tx, actor.id)
    const pending = (await credentialsOf(tx, actor.id)).find((row) => row.confirmed_at === null)
    if (user === undefined || pending === undefined) return { refusal: refuse('mfa_not_pending') }
    const refusal = await withinTries(tx, user.id, 'enable', () => judge(tx, deps.secret, pending, code))
    return refusal === undefined ? { codes: await switchOn(tx, deps, user, pending) } : { refusal }
  })
  if (isRefusal(result)) return result
  return 'refusal' in result ? result.refusal : result.codes
}

async function judge(tx: Tx, secret: string, pending: CredentialRow, code: string): Promise<Verdict> {
  const digits = digitsOf(code)
  if (digits === null) return 'wrong'
  if (pending.kind === 'email') return judgeMailed(tx, secret, pending.user_id, 'enable', null, digits)
  const over = Date.parse(pending.created_at) + CODE_SECONDS * 1000 < Date.now()
  return over ? 'expired' : judgeTotp(tx, secret, pending, digits)
}

async function switchOn(
  tx: Tx,
  { secret, home, audit }: MfaDeps,
  user: UserRow,
  { id, kind }: CredentialRow,
): Promise<string[]> {
  await confirmCredential(tx, id)
  await updateUser(tx, user.id, { mfa_enabled: true, ...(kind === 'email' && { email_verified: true }) })
  const codes = await giveRecoveryCodes(tx, secret, user.id)
  await deleteCodes(tx, user.id)
  await deleteChallenges(tx, user.id)
  await endSessions(tx, user.id)
  await audit.record(tx, { actor: user.id, act: 'mfa_enabled', subject: user.id, details: { method: kind } })
  await queueMail(
    tx,
    noticeMail(user, {
      home,
      subject: 'Two-step sign-in is on - ShareMyShows',
      heading: 'Two-step sign-in is on',
      paragraphs: [
        kind === 'email'
          ? 'From now on, logging in takes your password and a code that we mail you.'
          : 'From now on, logging in takes your password and a code of your authenticator app.',
        'You were logged out everywhere. Keep your recovery codes where you find them without your phone.',
        'If this was not you, choose a new password now and write to whoever runs this site.',
      ],
      button: { label: 'Log In Again', href: `${home}/login` },
    }),
  )
  return codes
}
