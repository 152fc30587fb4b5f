import { createHash, randomBytes } from 'node:crypto'
import { type IncomingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'
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
const metadata = (pairs: Record<string, string>): string =>
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

/** A part whose bytes are sent by hand over a connection of its own. */
export type OpenPart = {
  /** Sends some of the bytes. */
  write(bytes: Uint8Array): void
  /** Ends the body, where its length was not told. */
  end(): void
  /** Cuts the connection after what was written, in the middle of what it was to carry. */
  cut(): void
  /** The answer; undefined when the connection ended without one. */
  answer: Promise<{ status: number; headers: IncomingHttpHeaders; code: string | undefined } | undefined>
}

/** Opens a part of `length` bytes, or of a length that is not told. */
export function openPart(
  url: string,
  who: Client,
  id: string,
  offset: number,
  length: number | null,
): OpenPart {
  const { hostname, port } = new URL(url)
  const { promise: answer, resolve } = Promise.withResolvers<Awaited<OpenPart['answer']>>()
  const sending = request({
    hostname,
    port,
    method: 'PATCH',
    path: `/api/v1/uploads/${id}`,
    agent: false,
    headers: {
      ...PART,
      authorization: `Bearer ${who.token}`,
      'upload-offset': String(offset),
      ...(length === null ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(length) }),
    },
  })
  sending.flushHeaders()
  sending.once('error', () => resolve(undefined))

  sending.once('response', async (response) => {
    const said = await text(response).catch(() => '')
    const code = said === '' ? undefined : JSON.parse(said).code
    resolve({ status: response.statusCode ?? 0, headers: response.headers, code })
  })
  return {
    write: (bytes) => void sending.write(bytes),
    end: () => void sending.end(),
    cut: () => sending.socket?.destroySoon(),
    answer,
  }
}
