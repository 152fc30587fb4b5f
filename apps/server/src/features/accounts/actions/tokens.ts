import { createHmac, randomBytes } from 'node:crypto'

/** An opaque token of 256 random bits. */
export const mintToken = (kind: 'at' | 'rt' | 'ml' | 'mt' | 'in' | 'ca'): string =>
  `sms_${kind}_${randomBytes(32).toString('base64url')}`

/** What is stored of a token: useless to whoever reads the database without the server's secret. */
export const hashToken = (secret: string, token: string): Buffer =>
  createHmac('sha256', secret).update(token).digest()
