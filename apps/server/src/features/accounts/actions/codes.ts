import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import { CODE_SECONDS, inSeconds, MOST_WRONG_CODES, pauseAfter, pauseAt, TRIES_SECONDS } from '../rules.ts'
import * as store from '../store/codes.ts'

/** What a code was found to be. */
export type Verdict = 'right' | 'wrong' | 'expired' | 'used'

/** What is kept of a code. The person and the purpose are in it, so that it is no other code's hash, too. */
export const hashCode = (secret: string, purpose: store.CodePurpose, userId: string, code: string): Buffer =>
  createHmac('sha256', secret).update(`code|${purpose}|${userId}|${code}`).digest()

/** Makes the six digits of one sign-in or, with no challenge, of setting up; those before them are worthless then. */
export async function makeCode(
  tx: Tx,
  secret: string,
  userId: string,
  purpose: store.CodePurpose,
  challengeId: string | null = null,
): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await store.replaceCodes(tx, userId, purpose, challengeId)
  await store.insertCode(tx, {
    id: newId(),
    user_id: userId,
    purpose,
    challenge_id: challengeId,
    hash: hashCode(secret, purpose, userId, code),
    expires_at: inSeconds(CODE_SECONDS),
  })
  return code
}

const isGood = (row: store.CodeRow): boolean =>
  row.used_at === null && row.replaced_at === null && Date.parse(row.expires_at) > Date.now()

/** The newest code of a person that is still good, whichever sign-in it was made for, and when the next may be sent. */
export async function lastCode(
  tx: Tx,
  userId: string,
  purpose: store.CodePurpose,
): Promise<{ good: store.CodeRow | undefined; sent: number; pause: number }> {
  const codes = await store.codesOf(tx, userId, purpose)
  const [newest] = codes
  const sentAt = codes.map((code) => Date.parse(code.created_at))
  const { sent, pause } = pauseAt(Date.now(), sentAt)
  return { good: newest !== undefined && isGood(newest) ? newest : undefined, sent, pause }
}

/** Seconds to wait after the code that was made just now. */
export const pauseFrom = async (tx: Tx, userId: string, purpose: store.CodePurpose): Promise<number> =>
  pauseAfter((await lastCode(tx, userId, purpose)).sent)

/** Judges mailed digits and, when they are right, uses them up. */
export async function judgeMailed(
  tx: Tx,
  secret: string,
  userId: string,
  purpose: store.CodePurpose,
  challengeId: string | null,
  code: string,
): Promise<Verdict> {
  const hash = hashCode(secret, purpose, userId, code)
  const alike = (await store.codesOf(tx, userId, purpose)).filter((row) => timingSafeEqual(row.hash, hash))
  const good = alike.find((row) => row.challenge_id === challengeId && isGood(row))
  if (good !== undefined) {
    await store.markCodeUsed(tx, good.id)
    return 'right'
  }
  if (alike.length === 0) return 'wrong'
  return alike.some((row) => row.used_at === null) ? 'expired' : 'used'
}

/**
 * Has a code judged, unless too many of this account were wrong: over all its sign-ins, so that a new one gives no new
 * tries. Codes of one account are judged one after the other; `usedUp` is done with the last wrong one. The caller commits
 * a refusal, too, or it counts nothing.
 */
export async function withinTries(
  tx: Tx,
  userId: string,
  purpose: store.CodePurpose,
  judge: () => Promise<Verdict>,
  usedUp: () => Promise<void> = async () => {},
): Promise<Refusal | undefined> {
  const tries = await store.lockTries(tx, userId, purpose)
  const over = Date.parse(tries.since) + TRIES_SECONDS * 1000
  const wrong = over > Date.now() ? tries.wrong : 0
  if (wrong >= MOST_WRONG_CODES) {
    const retry_after = Math.ceil((over - Date.now()) / 1000)
    return refuse('code_used_up', { details: { retry_after } })
  }
  const verdict = await judge()
  if (verdict === 'expired') return refuse('code_expired')
  if (verdict === 'used') return refuse('code_used_up', { message: usedBefore })
  const since = wrong === 0 ? new Date().toISOString() : tries.since
  await store.setTries(tx, { ...tries, wrong: verdict === 'right' ? 0 : wrong + 1, since })
  if (verdict === 'right') return undefined
  if (wrong + 1 === MOST_WRONG_CODES) await usedUp()
  return refuse('code_invalid')
}

const usedBefore = 'That code was used already. Wait for the next one, or ask for another.'
