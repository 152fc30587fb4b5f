import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

export type Seal = {
  /** Encrypts for one thing, such as a person: in another's row it is worthless. */
  close(whose: string, plain: Uint8Array | string): Buffer
  /** What was sealed; null when that was by another key, because the server's secret was changed, or for another. */
  open(whose: string, sealed: Buffer): Buffer | null
}

/** AES-256-GCM under a key of its own for each purpose (HKDF of the server's secret): nonce, tag, text. */
export function createSeal(serverSecret: string, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', serverSecret, '', `sharemyshows ${purpose}`, 32))
  return {
    close(whose, plain) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(whose))
      const text = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text])
    },
    open(whose, sealed) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return null
      const nonce = sealed.subarray(0, NONCE_BYTES)
      const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(whose)).setAuthTag(tag)
      try {
        return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
      } catch {
        return null
      }
    },
  }
}
