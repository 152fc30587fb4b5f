import { randomInt } from 'node:crypto'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import { type Recipient, securityMail } from '../mails.ts'
import { RECOVERY_ALPHABET, RECOVERY_CODES, recoveryCodeOf } from '../rules.ts'
import { replaceRecoveryCodes, useRecoveryCode } from '../store/credentials.ts'
import { lockUser } from '../store.ts'
import { hashCode, type Verdict } from './codes.ts'
import type { MfaDeps } from './open-challenge.ts'

const makeOne = () =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)]).join(''),
  ).join('-')

/** Gives a person ten new codes; they are shown once, and those before them end. */
export async function giveRecoveryCodes(tx: Tx, secret: string, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, makeOne)
  const hashes = codes.map((code) => hashCode(secret, 'recovery', userId, recoveryCodeOf(code)))
  await replaceRecoveryCodes(tx, userId, hashes)
  return codes
}

/** Makes ten new codes for somebody who has just given her password. */
export async function makeRecoveryCodes(
  tx: Tx,
  { secret, home, audit }: MfaDeps,
  actor: Actor,
): Promise<string[] | Refusal> {
  const user = await lockUser(tx, actor.id)
  if (!user?.mfa_enabled) return refuse('mfa_not_on')
  const codes = await giveRecoveryCodes(tx, secret, user.id)
  await audit.record(tx, { actor: user.id, act: 'recovery_codes_made', subject: user.id })
  await queueMail(
    tx,
    securityMail(user, home, {
      subject: 'Your ShareMyShows recovery codes are new',
      heading: 'New recovery codes',
      paragraphs: [
        'Ten new recovery codes were made for your account. The ones before them no longer work.',
        'If that was not you, change your password now, and make new codes.',
      ],
    }),
  )
  return codes
}

/** Judges a recovery code and, when it is right, uses it up. */
export async function judgeRecoveryCode(
  tx: Tx,
  secret: string,
  userId: string,
  code: string,
): Promise<Verdict> {
  const used = await useRecoveryCode(tx, userId, hashCode(secret, 'recovery', userId, recoveryCodeOf(code)))
  if (used === undefined) return 'wrong'
  return used ? 'right' : 'used'
}

/** Tells a person that one of the codes was used: whoever has it need not have the phone. */
export async function tellOfRecoveryCode(tx: Tx, home: string, user: Recipient, left: number): Promise<void> {
  await queueMail(
    tx,
    securityMail(user, home, {
      subject: 'A ShareMyShows recovery code was used',
      heading: 'Signed in with a recovery code',
      paragraphs: [
        `One of your recovery codes was used to log in. ${left === 1 ? 'One is' : `${left} are`} left.`,
        'If that was not you, change your password now, and make new codes.',
      ],
    }),
  )
}
