import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { begun, offsetOf, TUS } from '../../../test/uploads.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

describe('what is hostile is refused with a word', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const creations: [string, Record<string, string>, number, string][] = [
    ['no version', { 'tus-resumable': '' }, 412, 'tus_version'],
    ['another version', { 'tus-resumable': '0.2.2' }, 412, 'tus_version'],
    ['no length', { 'upload-length': '' }, 422, 'validation_failed'],
    ['a negative length', { 'upload-length': '-1' }, 422, 'validation_failed'],
    ['a broken length', { 'upload-length': '1.5' }, 422, 'validation_failed'],
    ['a length that is none', { 'upload-length': 'NaN' }, 422, 'validation_failed'],
    ['a length in hex', { 'upload-length': '0x10' }, 422, 'validation_failed'],
    ['a length beyond all', { 'upload-length': '9'.repeat(400) }, 422, 'validation_failed'],
    ['a large length', { 'upload-length': '999999999999999' }, 413, 'payload_too_large'],
    ['a length to come', { 'upload-defer-length': '1' }, 422, 'validation_failed'],
    ['an upload of uploads', { 'upload-concat': 'partial' }, 422, 'validation_failed'],
    ['what is not base64', { 'upload-metadata': 'filename %%%' }, 422, 'validation_failed'],
    ['what is not UTF-8', { 'upload-metadata': 'filename //79' }, 422, 'validation_failed'],
    ['a key twice', { 'upload-metadata': 'filename YQ==,filename Yg==' }, 422, 'validation_failed'],
    ['an unknown key', { 'upload-metadata': `owner_id ${base64('x')}` }, 422, 'validation_failed'],
    ['a prototype', { 'upload-metadata': `__proto__ ${base64('{}')}` }, 422, 'validation_failed'],
    ['a long name', { 'upload-metadata': `filename ${base64('x'.repeat(5001))}` }, 422, 'validation_failed'],
    [
      'a long caption',
      { 'upload-metadata': `caption ${base64('x'.repeat(2001))}` },
      422,
      'validation_failed',
    ],
    ['a wrong hash', { 'upload-metadata': `sha256 ${base64('A'.repeat(64))}` }, 422, 'validation_failed'],
    ['a NUL', { 'upload-metadata': `caption ${base64('a\0b')}` }, 422, 'validation_failed'],
    [
      '1,500 keys',
      { 'upload-metadata': Array.from({ length: 1500 }, (_, n) => `k${n} YQ==`).join(',') },
      422,
      'validation_failed',
    ],
    ['a body of another kind', { 'content-type': 'application/json' }, 415, 'unsupported_media_type'],
    ['a packed body', { 'content-encoding': 'gzip' }, 415, 'unsupported_media_type'],
  ]
  it.each(creations)('at the beginning: %s', async (_name, headers, status, code) => {
    const given = { ...TUS, 'upload-length': '100', ...headers }
    const sent = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
    const answer = await ana.request('POST', '/uploads', { headers: sent })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers.get('tus-version')).toBe(status === 412 ? '1.0.0' : null)
  })

  it('at the beginning: 10,000 keys', async () => {
    const keys = Array.from({ length: 10_000 }, (_, n) => `k${n} YQ==`).join(',')
    const answer = await fetch(`${server.url}/api/v1/uploads`, {
      method: 'POST',
      headers: { ...TUS, authorization: `Bearer ${ana.token}`, 'upload-metadata': keys },
    })
    expect([answer.status, (await answer.json()).code]).toEqual([431, 'headers_too_large'])
  })

  const part = { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
  const parts: [string, Record<string, string>, number, string][] = [
    ['no version', { 'tus-resumable': '' }, 412, 'tus_version'],
    ['no offset', { 'upload-offset': '' }, 422, 'validation_failed'],
    ['a negative offset', { 'upload-offset': '-1' }, 422, 'validation_failed'],
    ['an offset that is none', { 'upload-offset': 'NaN' }, 422, 'validation_failed'],
    ['an offset beyond all', { 'upload-offset': '9'.repeat(40) }, 422, 'validation_failed'],
    ['an offset elsewhere', { 'upload-offset': '1' }, 409, 'offset_mismatch'],
    ['a body of another kind', { 'content-type': 'application/octet-stream' }, 415, 'unsupported_media_type'],
    ['JSON that is none', { 'content-type': 'application/json' }, 415, 'unsupported_media_type'],
    ['a packed body', { 'content-encoding': 'gzip' }, 415, 'unsupported_media_type'],
    ['a foreign page', { origin: 'https://evil.example' }, 403, 'foreign_origin'],
  ]
  it.each(parts)('in a part: %s', async (_name, headers, status, code) => {
    const id = await begun(bo, 100)
    const sent = Object.fromEntries(
      Object.entries({ ...part, ...headers }).filter(([, value]) => value !== ''),
    )
    const answer = await bo.request('PATCH', `/uploads/${id}`, { headers: sent, body: new Uint8Array(50) })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(await offsetOf(bo, id)).toBe(0)
    await bo.request('DELETE', `/uploads/${id}`, { headers: TUS })
  })

  it('a method in a header is no method', async () => {
    const id = await begun(ana, 100)
    const headers = { ...TUS, 'x-http-method-override': 'DELETE' }
    await ana.request('HEAD', `/uploads/${id}`, { headers })
    await ana.request('GET', `/uploads/${id}`, { headers })
    expect((await ana.get(`/uploads/${id}`)).status).toBe(200)
  })

  it('a part is taken nowhere else', async () => {
    const answer = await ana.request('POST', '/comments', { headers: part, body: new Uint8Array(10) })
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported_media_type'])
  })
})
