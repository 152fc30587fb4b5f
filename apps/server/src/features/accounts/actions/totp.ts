import { Secret, TOTP } from 'otpauth'
import type { Tx } from '../../../platform/db/connect.ts'
import { createSeal } from '../../../platform/secrets/seal.ts'
import { TOTP_PERIOD_SECONDS, TOTP_WINDOW } from '../rules.ts'
import { type CredentialRow, takeStep } from '../store/credentials.ts'
import type { Verdict } from './codes.ts'

const sealOf = (serverSecret: string) => createSeal(serverSecret, 'totp')

const totpOf = (secret: Secret, label = '') =>
  new TOTP({
    issuer: 'ShareMyShows',
    label,
    secret,
    algorithm: 'SHA1',
    digits: 6,
    period: TOTP_PERIOD_SECONDS,
  })

/** A new secret for an app: as it is kept, to be typed (Base32), and to be scanned (otpauth URI). */
export function makeTotp(
  serverSecret: string,
  user: { id: string; username: string },
): { sealed: Buffer; secret: string; uri: string } {
  const secret = new Secret({ size: 20 })
  const uri = totpOf(secret, user.username).toString()
  return { sealed: sealOf(serverSecret).close(user.id, secret.bytes), secret: secret.base32, uri }
}

/** Judges the digits of an app; a step earlier or later passes for clocks that differ, and each passes once. */
export async function judgeTotp(
  tx: Tx,
  serverSecret: string,
  credential: CredentialRow,
  code: string,
): Promise<Verdict> {
  const bytes = credential.secret && sealOf(serverSecret).open(credential.user_id, credential.secret)
  if (!bytes) return 'wrong'
  const now = Date.now()
  const secret = new Secret({ buffer: Uint8Array.from(bytes).buffer })
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: TOTP_WINDOW })
  if (delta === null) return 'wrong'
  const step = Math.floor(now / (TOTP_PERIOD_SECONDS * 1000)) + delta
  return (await takeStep(tx, credential.id, step)) ? 'right' : 'used'
}
