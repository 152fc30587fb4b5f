import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { listen } from '../../../test/live.ts'
import { addPhoto, addShow, jpeg } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import {
  begin,
  begun,
  ended,
  idIn,
  offsetOf,
  originalOf,
  sendPart,
  sendWhole,
  sha256Of,
  TUS,
  videoBytes,
} from '../../../test/uploads.ts'

const MB = 1_048_576
const QUOTA_MB = 10_000

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer({
    PUBLIC_URL: 'https://shows.example.org',
    CORS_ORIGINS: 'https://friend.example',
    STORAGE_QUOTA_MB: String(QUOTA_MB),
  })
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

describe('an upload in parts', () => {
  it('becomes a medium of its show, byte for byte, and says so live', async () => {
    const showId = await addShow(ana)
    const bytes = videoBytes(300_000)
    const ear = await listen(server.url, ana)
    const pairs = { filename: 'encore.mp4', show_id: showId, caption: 'Encore', sha256: sha256Of(bytes) }
    const id = await begun(ana, bytes.length, pairs)
    const first = await sendPart(ana, id, 0, bytes.subarray(0, 100_000))
    expect(first.headers.get('upload-offset')).toBe('100000')
    expect(await offsetOf(ana, id)).toBe(100_000)
    expect((await ana.get(`/uploads/${id}`)).body).toMatchObject({ state: 'receiving', offset: 100_000 })
    expect((await ana.get('/uploads')).body.items).toMatchObject([{ id, file_name: 'encore.mp4' }])
    expect((await sendPart(ana, id, 100_000, bytes.subarray(100_000))).status).toBe(204)
    const upload = await ended(ana, id)
    expect(upload).toMatchObject({ state: 'done', kind: 'video', show_id: showId, problem: null })
    expect(await originalOf(ana, upload)).toEqual(bytes)
    const { body: video } = await ana.get(`/videos/${upload.media_id}`)
    expect(video).toMatchObject({ file_name: 'encore.mp4', caption: 'Encore', show_id: showId })
    expect((await ana.get('/uploads')).body.items).toEqual([])
    await ear.hear('upload_progress', { id, state: 'finishing' })
    await ear.hear('upload_progress', { id, state: 'done' })
    ear.socket.close()
  })

  it('may come with its first bytes, and with all of them', async () => {
    const photo = await jpeg().toBuffer()
    const type = { 'content-type': 'application/offset+octet-stream' }
    for (const cut of [10, photo.length]) {
      const headers = { ...TUS, ...type, 'upload-length': String(photo.length) }
      const body = new Uint8Array(photo.subarray(0, cut))
      const answer = await ana.request('POST', '/uploads', { headers, body })
      expect([answer.status, answer.headers.get('upload-offset')]).toEqual([201, String(cut)])
      if (cut < photo.length) await sendPart(ana, idIn(answer), cut, photo.subarray(cut))
      expect(await ended(ana, idIn(answer))).toMatchObject({
        state: 'done',
        kind: 'photo',
        duplicate: cut > 10,
      })
    }
  })

  it('says what was said of it, when it is given up, and never its address by the Host header', async () => {
    const answer = await begin(ana, 100, { filename: 'a.mp4' }, { 'x-forwarded-host': 'evil.example' })
    expect(answer.headers.get('location')).toBe(`/api/v1/uploads/${idIn(answer)}`)
    const week = Date.parse(answer.headers.get('upload-expires') ?? '') - Date.now()
    expect(week / 86_400_000).toBeCloseTo(7, 1)
    const { headers } = await ana.request('HEAD', `/uploads/${idIn(answer)}`, { headers: TUS })
    expect(Object.fromEntries(headers)).toMatchObject({
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'upload-length': '100',
      'upload-metadata': 'filename YS5tcDQ=',
      'cache-control': 'no-store',
    })
  })

  it('is given up by its owner', async () => {
    const id = await begun(ana, 100)
    expect((await ana.request('DELETE', `/uploads/${id}`, { headers: TUS })).status).toBe(204)
    expect((await ana.get(`/uploads/${id}`)).status).toBe(404)
    expect((await ana.request('HEAD', `/uploads/${id}`, { headers: TUS })).status).toBe(404)
  })

  it('is announced by OPTIONS, and to pages of friends', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/v1/uploads`, { method: 'OPTIONS', headers })
    const answer = await ask({})
    expect([answer.status, answer.headers.get('tus-version')]).toEqual([204, '1.0.0'])
    expect(answer.headers.get('tus-extension')).toBe('creation,creation-with-upload,expiration,termination')
    expect(answer.headers.get('tus-max-size')).toBe(String(4096 * MB))
    const origin = 'https://friend.example'
    const preflight = await ask({ origin, 'access-control-request-method': 'PATCH' })
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin)
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH')
    const exposed = preflight.headers.get('access-control-expose-headers') ?? ''
    for (const name of ['location', 'upload-offset', 'upload-expires']) expect(exposed).toContain(name)
  })
})

describe('56: twenty creations under one Idempotency-Key', () => {
  it('are one upload; another under the same key is refused', async () => {
    const key = { 'idempotency-key': 'twenty of one' }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => begin(bo, 5000, { filename: 'a.mp4' }, key)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(idIn)).size).toBe(1)
    const other = await begin(bo, 5001, { filename: 'a.mp4' }, key)
    expect([other.status, other.body.code]).toEqual([409, 'idempotency_conflict'])
    expect((await bo.get('/uploads')).body.items).toHaveLength(1)
  })
})

describe('34: what may not be kept is not begun', () => {
  it.each([
    [4096 * MB + 1, {}, 413, 'payload_too_large'],
    [1024 * MB + 1, { kind: 'audio' }, 413, 'payload_too_large'],
    [100 * MB + 1, { kind: 'photo' }, 413, 'payload_too_large'],
    [100 * MB, { kind: 'photo' }, 201, undefined],
    [0, {}, 422, 'file_empty'],
  ])('%d bytes of %j are answered %d', async (length, pairs, status, code) => {
    const [cas] = await server.people(`cas${length}`)
    const answer = await begin(cas, length, pairs as Record<string, string>)
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  it('of twenty that ask at once for the last room, one has it', async () => {
    const [dan] = await server.people('dan')
    const most = 4096 * MB
    await begun(dan, most)
    await begun(dan, most)
    // what is left holds one of these
    const length = (QUOTA_MB - 2 * 4096) * MB
    const answers = await Promise.all(Array.from({ length: 20 }, () => begin(dan, length)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const { status, body } of answers.filter(({ status }) => status !== 201)) {
      expect([status, body.code]).toEqual([413, 'quota_exceeded'])
    }
    const use = await dan.get('/users/me/storage')
    expect(use.body).toMatchObject({ used: QUOTA_MB * MB, uploads: { count: 3, bytes: QUOTA_MB * MB } })
  })

  it('a hundred are open at most', async () => {
    const [eva] = await server.people('eva')
    for (let n = 0; n < 100; n++) await begun(eva, 1)
    const { status, body } = await begin(eva, 1)
    expect([status, body.code]).toEqual([429, 'too_many_uploads'])
  })

  it('what one has already at that show is named', async () => {
    const bytes = await jpeg().toBuffer()
    const showId = await addShow(ana)
    const photo = await addPhoto(ana, { show_id: showId }, bytes)
    const again = await begin(ana, bytes.length, { sha256: sha256Of(bytes), show_id: showId })
    expect([again.status, again.body]).toMatchObject([
      409,
      { code: 'already_uploaded', media_id: photo.id, kind: 'photo' },
    ])
    // at no show she has it not
    expect((await begin(ana, bytes.length, { sha256: sha256Of(bytes) })).status).toBe(201)
  })

  it('a show that is not to be seen is none', async () => {
    const showId = await addShow(bo, { is_public: false })
    const { status, body } = await begin(ana, 100, { show_id: showId })
    expect([status, body.code]).toEqual([404, 'not_found'])
  })
})

describe('an upload is its owner’s', () => {
  it.each(['GET', 'HEAD', 'PATCH', 'DELETE'])('18, 20: %s by others finds none', async (method) => {
    const id = await begun(ana, 100)
    const headers = {
      ...TUS,
      ...(method === 'PATCH' && { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }),
    }
    const init = { headers, ...(method === 'PATCH' && { body: new Uint8Array(100) }) }
    expect((await bo.request(method, `/uploads/${id}`, init)).status).toBe(404)
    expect((await server.stranger.request(method, `/uploads/${id}`, init)).status).toBe(401)
    expect(await offsetOf(ana, id)).toBe(0)
    expect((await bo.get('/uploads')).body.items.map((upload: { id: string }) => upload.id)).not.toContain(id)
  })
})

describe('26: the content decides', () => {
  it.each([
    [
      'a page by the name of a photo',
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      'unsupported_format',
    ],
    ['a playlist', Buffer.from('#EXTM3U\nfile:///etc/passwd\n'), 'unsupported_format'],
    ['half a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), 'file_corrupt'],
  ])('%s ends as failed with its reason', async (_name, bytes, code) => {
    const upload = await sendWhole(ana, bytes, { filename: 'IMG_1.jpg', kind: 'photo' })
    expect(upload).toMatchObject({ state: 'failed', media_id: null, problem: { code } })
    expect(upload.problem.message).not.toBe('')
  })
})
