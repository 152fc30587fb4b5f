import { request as httpRequest, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { addPhoto, jpeg, keptFiles, upload } from '../../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'

let server: TestServer
let ana: Client
let bo: Client
let id: string
let original: Buffer
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
  original = await jpeg(400, 300).toBuffer()
  id = (await addPhoto(ana, {}, original, 'Encore “1”.jpg')).id
})
afterAll(() => server.stop())

const get = (client: Client, path: string, headers: Record<string, string> = {}, method = 'GET') =>
  client.request(method, path, { headers })

describe('bytes', () => {
  it('27: are served so that they cannot act as a page of ours', async () => {
    for (const part of ['thumbnail', 'display', 'original']) {
      const { headers } = await get(ana, `/photos/${id}/${part}`, { 'accept-encoding': 'gzip, br' })
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-cache',
        'accept-ranges': 'bytes',
        'content-type': part === 'original' ? 'image/jpeg' : 'image/webp',
        vary: expect.stringContaining('Cookie, Authorization'),
      })
      expect(headers.get('content-encoding')).toBeNull()
    }
  })

  it('29: bear a name that only its owner learns, and are saved when that is asked for', async () => {
    const named = async (part: string, who = ana) =>
      (await get(who, `/photos/${id}/${part}`)).headers.get('content-disposition')
    expect(await named('original')).toBe(`inline; filename*=UTF-8''Encore%20%E2%80%9C1%E2%80%9D.jpg`)
    expect(await named('display')).toBe(`inline; filename*=UTF-8''Encore%20%E2%80%9C1%E2%80%9D.webp`)
    expect(await named('display', bo)).toBe(`inline; filename*=UTF-8''photo-${id}.webp`)
    expect(await named('display?download=1', bo)).toBe(`attachment; filename*=UTF-8''photo-${id}.webp`)
    expect((await get(bo, `/photos/${id}/display?download=2`)).status).toBe(422)
  })

  it.each([
    ['bytes=0-9', 0, 10],
    ['bytes=10-', 10, undefined],
    ['bytes=-10', -10, undefined],
    ['bytes=5-99999999', 5, undefined],
  ])('give the range %s', async (range, start, end) => {
    const { status, body, headers } = await get(ana, `/photos/${id}/original`, { range })
    const expected = original.subarray(start, end)
    const first = start < 0 ? original.length + start : start
    expect(status).toBe(206)
    expect(expected.equals(body)).toBe(true)
    expect(headers.get('content-range')).toBe(
      `bytes ${first}-${first + expected.length - 1}/${original.length}`,
    )
    expect(headers.get('content-length')).toBe(String(expected.length))
  })

  it.each(['bytes=0-1,5-6', 'bytes=9-5', 'bytes=a-b', 'bytes=-', 'pages=1-2'])(
    'ignore the range %s',
    async (range) => {
      const { status, body } = await get(ana, `/photos/${id}/original`, { range })
      expect(status).toBe(200)
      expect(original.equals(body)).toBe(true)
    },
  )

  it('refuse a range beyond their end', async () => {
    for (const range of [`bytes=${original.length}-`, 'bytes=-0']) {
      const { status, body, headers } = await get(ana, `/photos/${id}/original`, { range })
      expect([status, body.code]).toEqual([416, 'range_not_satisfiable'])
      expect(headers.get('content-range')).toBe(`bytes */${original.length}`)
    }
  })

  it('are not sent again to whoever has them', async () => {
    for (const part of ['thumbnail', 'original']) {
      const tag = (await get(ana, `/photos/${id}/${part}`)).headers.get('etag') ?? ''
      expect(tag).toMatch(/^"[^"]+"$/)
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        const { status, body } = await get(ana, `/photos/${id}/${part}`, { 'if-none-match': known })
        expect([status, body.length]).toEqual([304, 0])
      }
      expect((await get(ana, `/photos/${id}/${part}`, { 'if-none-match': '"other"' })).status).toBe(200)
      const ranged = (ifRange: string) =>
        get(ana, `/photos/${id}/${part}`, { range: 'bytes=0-1', 'if-range': ifRange })
      expect((await ranged(tag)).status).toBe(206)
      expect((await ranged('"older"')).status).toBe(200)
    }
  })

  it('tell their size to HEAD and send nothing', async () => {
    const answer = await head(`/photos/${id}/original`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-length': String(original.length),
      'content-type': 'image/jpeg',
      etag: expect.any(String),
    })
    expect((await buffer(answer)).length).toBe(0)
  })

  it('are only the owner’s when they are the original', async () => {
    for (const client of [bo, server.stranger]) {
      expect((await client.get(`/photos/${id}/original`)).body.code).toBe('not_found')
    }
  })

  it.each(['../x', '%2e%2e%2f', 'null', '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10'])(
    'of %s do not exist',
    async (wrong) => {
      expect((await ana.get(`/photos/${encodeURIComponent(wrong)}/thumbnail`)).status).toBe(404)
    },
  )
})

function head(path: string): Promise<IncomingMessage> {
  const headers = { authorization: `Bearer ${ana.token}` }
  return new Promise((resolve, reject) => {
    httpRequest(`${server.url}/api/v1${path}`, { method: 'HEAD', headers }, resolve).on('error', reject).end()
  })
}

describe('a photo’s address', () => {
  const browser = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8'
  const page =
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8'

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['anything', { accept: '*/*' }],
    ['JSON', { accept: 'application/json' }],
    ['rather JSON', { accept: 'image/*;q=0.5, application/json' }],
    ['both alike', { accept: 'image/webp, application/json' }],
    ['no image', { accept: 'image/*;q=0, */*;q=0.1' }],
    ['a fetch', { accept: '*/*', 'sec-fetch-dest': 'empty' }],
  ])('gives JSON to whoever asks for %s', async (_name, headers) => {
    const { status, body, headers: answered } = await get(ana, `/photos/${id}`, headers)
    expect([status, body.id]).toEqual([200, id])
    expect(answered.get('vary')).toContain('Accept, Sec-Fetch-Dest, Range, Cookie, Authorization')
  })

  it.each<[string, Record<string, string>, number]>([
    ['an image', { accept: browser }, 200],
    ['one kind of image', { accept: 'image/webp' }, 200],
    ['rather an image', { accept: 'application/json;q=0.5, image/*' }, 200],
    ['a page with an image', { accept: page }, 200],
    ['an element', { accept: '*/*', 'sec-fetch-dest': 'image' }, 200],
    ['a range', { range: 'bytes=0-99' }, 206],
  ])('gives bytes to whoever asks for %s', async (_name, headers, status) => {
    const own = await get(ana, `/photos/${id}`, headers)
    expect(own.status).toBe(status)
    expect(own.headers.get('vary')).toContain('Accept, Sec-Fetch-Dest, Range, Cookie, Authorization')
    expect(own.headers.get('content-type')).toBe('image/jpeg')
    if (status === 200) expect(original.equals(own.body)).toBe(true)
    const others = await get(bo, `/photos/${id}`, headers)
    expect([others.status, others.headers.get('content-type')]).toEqual([status, 'image/webp'])
    if (status === 200) expect((await sharp(others.body).metadata()).width).toBe(400)
  })
})

describe('a rendition that is not there yet', () => {
  it('is awaited, and after ten seconds asked to be tried again', async () => {
    const idle = await startTestServer({ ROLE: 'web' })
    const [cy, di] = await idle.people('cy', 'di')
    const photo = (await upload(cy)).body
    const answers = await Promise.all(
      ['/thumbnail', '/display'].map((part) => di.get(`/photos/${photo.id}${part}`)),
    )
    for (const { body, headers } of answers) {
      expect([body.code, headers.get('retry-after')]).toEqual(['rendition_not_ready', '1'])
    }
    expect((await cy.get(`/photos/${photo.id}/original`)).status).toBe(200)
    expect(await keptFiles(idle)).toHaveLength(1)
    await idle.stop()
  })
})
