import { createHash, randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import type { Answer, Client } from './client.ts'

export const TUS = { 'tus-resumable': '1.0.0' }
const PART = { ...TUS, 'content-type': 'application/offset+octet-stream' }

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Bytes that a video could have: an MP4's first box, then noise. */
export function videoBytes(size: number): Buffer {
  const head = Buffer.from('0000001c667479706d703432000000006d70343269736f6d6d703431', 'hex')
  return Buffer.concat([head, randomBytes(size - head.length)])
}

/** `Upload-Metadata` of these pairs. */
export const metadata = (pairs: Record<string, string>): string =>
  Object.entries(pairs)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')

/** Asks to begin an upload. */
export const begin = (
  who: Client,
  length: number | string,
  pairs: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Answer> =>
  who.request('POST', '/uploads', {
    headers: {
      ...TUS,
      'upload-length': String(length),
      ...(Object.keys(pairs).length > 0 && { 'upload-metadata': metadata(pairs) }),
      ...headers,
    },
  })

/** The id in the address that was given to a new upload. */
export const idIn = ({ headers }: Answer): string => headers.get('location')?.split('/').at(-1) ?? ''

/** Begins an upload that must be taken; gives its id. */
export async function begun(
  who: Client,
  length: number,
  pairs: Record<string, string> = {},
): Promise<string> {
  const answer = await begin(who, length, pairs)
  expect([answer.status, answer.body.code]).toEqual([201, undefined])
  return idIn(answer)
}

/** Sends bytes from an offset on. */
export const sendPart = (
  who: Client,
  id: string,
  offset: number | string,
  bytes: Uint8Array,
): Promise<Answer> =>
  who.request('PATCH', `/uploads/${id}`, {
    headers: { ...PART, 'upload-offset': String(offset) },
    body: new Uint8Array(bytes),
  })

/** Where the server says the upload stands. */
export async function offsetOf(who: Client, id: string): Promise<number> {
  const { status, headers } = await who.request('HEAD', `/uploads/${id}`, { headers: TUS })
  expect(status).toBe(200)
  return Number(headers.get('upload-offset'))
}

/** The upload once nothing more happens to it by itself. */
export async function ended(who: Client, id: string) {
  const { body } = await who.get(`/uploads/${id}`)
  expect(body.state).toMatch(/^(done|failed)$/)
  return body
}

/** Sends a whole file in one part; gives the upload once it has ended. */
export async function sendWhole(who: Client, bytes: Uint8Array, pairs: Record<string, string> = {}) {
  const id = await begun(who, bytes.length, pairs)
  expect((await sendPart(who, id, 0, bytes)).status).toBe(204)
  return ended(who, id)
}

/** Bytes of the original behind an upload that is done. */
export async function originalOf(who: Client, upload: { kind: string; media_id: string }): Promise<Buffer> {
  const noun = { photo: 'photos', audio: 'audio', video: 'videos' }[upload.kind]
  const { status, body } = await who.get(`/${noun}/${upload.media_id}/original`)
  expect(status).toBe(200)
  return body
}
