import type { MfaRequired } from '@sharemyshows/contract/mfa-required'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import type { Audit } from '../../audit/feature.ts'
import { inSeconds, preferredOf, QUICK_SIGN_INS, TICKET_SECONDS } from '../rules.ts'
import { insertChallenge } from '../store/challenges.ts'
import { moveCode } from '../store/codes.ts'
import { credentialsOf, recoveryCodesLeft } from '../store/credentials.ts'
import type { UserRow } from '../store.ts'
import { lastCode, makeCode, pauseFrom } from './codes.ts'
import type { Couriers, Occasion } from './couriers.ts'
import { hashToken, mintToken } from './tokens.ts'

export type MfaDeps = {
  db: Db
  secret: string
  home: string
  /** False where nobody has to wait before asking for another code. */
  rateLimits: boolean
  couriers: Couriers
  audit: Audit
}

/** Begins a sign-in whose password was right: a ticket and, where codes come by mail, the first of them. */
export async function openChallenge(
  tx: Tx,
  deps: MfaDeps,
  user: UserRow,
  occasion: Occasion = 'sign_in',
): Promise<MfaRequired> {
  const id = newId()
  const mfa_ticket = mintToken('mt')
  await insertChallenge(tx, {
    id,
    user_id: user.id,
    ticket_hash: hashToken(deps.secret, mfa_ticket),
    expires_at: inSeconds(TICKET_SECONDS),
  })
  const confirmed = (await credentialsOf(tx, user.id)).filter((row) => row.confirmed_at !== null)
  const method = preferredOf(confirmed.map(({ kind }) => kind)) ?? 'email'
  const others = confirmed.map(({ kind }) => kind).filter((kind) => kind !== method)
  const recovery = (await recoveryCodesLeft(tx, user.id)) > 0 ? (['recovery'] as const) : []
  const resend_in = method === 'email' ? await sendFirst(tx, deps, user, id, occasion) : 0
  return {
    mfa_required: true,
    mfa_ticket,
    methods: [method, ...others, ...recovery],
    method,
    expires_in: TICKET_SECONDS,
    resend_in,
  }
}

/** Mails a code; after many sign-ins in a row the last one counts for this one, too, so that no mailbox is flooded. */
async function sendFirst(
  tx: Tx,
  deps: MfaDeps,
  user: UserRow,
  challengeId: string,
  occasion: Occasion,
): Promise<number> {
  const { good, sent, pause } = await lastCode(tx, user.id, 'sign_in')
  if (deps.rateLimits && sent >= QUICK_SIGN_INS && pause > 0) {
    if (good !== undefined) await moveCode(tx, good.id, challengeId)
    return pause
  }
  return sendSignInCode(tx, deps, user, challengeId, occasion)
}

/** Mails a code of one sign-in; gives the seconds until the next may be asked for. */
export async function sendSignInCode(
  tx: Tx,
  { secret, couriers, rateLimits }: MfaDeps,
  user: UserRow,
  challengeId: string,
  occasion: Occasion = 'sign_in',
): Promise<number> {
  await couriers.email(tx, user, occasion, await makeCode(tx, secret, user.id, 'sign_in', challengeId))
  return rateLimits ? pauseFrom(tx, user.id, 'sign_in') : 0
}
