import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Tx } from '../../../platform/db/connect.ts'
import { TOTP_PERIOD_SECONDS, TOTP_WINDOW } from '../rules.ts'
import { type CredentialRow, takeStep } from '../store/credentials.ts'
import type { Verdict } from './codes.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

const keyOf = (serverSecret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', serverSecret, '', 'sharemyshows totp', 32))

/** Encrypts an app's secret for one person: nonce, tag, text. In another person's row it is worthless. */
function seal(serverSecret: string, userId: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(serverSecret), nonce).setAAD(Buffer.from(userId))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** The secret again; null when it was sealed with another key, because the server's secret was changed. */
function unseal(serverSecret: string, userId: string, sealed: Buffer): Uint8Array | null {
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(serverSecret), nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(userId)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}

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
  return { sealed: seal(serverSecret, user.id, secret.bytes), secret: secret.base32, uri }
}

/** Judges the digits of an app; a step earlier or later passes for clocks that differ, and each passes once. */
export async function judgeTotp(
  tx: Tx,
  serverSecret: string,
  credential: CredentialRow,
  code: string,
): Promise<Verdict> {
  const bytes = credential.secret && unseal(serverSecret, credential.user_id, credential.secret)
  if (!bytes) return 'wrong'
  const now = Date.now()
  const secret = new Secret({ buffer: Uint8Array.from(bytes).buffer })
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: TOTP_WINDOW })
  if (delta === null) return 'wrong'
  const step = Math.floor(now / (TOTP_PERIOD_SECONDS * 1000)) + delta
  return (await takeStep(tx, credential.id, step)) ? 'right' : 'used'
}
