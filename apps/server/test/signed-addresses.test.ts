import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freshBucket, hasSwift } from './bucket.ts'
import type { Client } from './client.ts'
import { addPhoto, jpeg } from './photos.ts'
import { startTestServer, type TestServer } from './server.ts'

describe.skipIf(!hasSwift)('files read from the store itself (needs swift)', () => {
  let server: TestServer
  let store: string
  let ana: Client
  let bo: Client
  beforeAll(async () => {
    const env = await freshBucket({ S3_PRESIGNED_READS: 'on' })
    store = env.S3_ENDPOINT ?? ''
    server = await startTestServer(env)
    ;[ana, bo] = await server.people('ana', 'bo')
  })
  afterAll(() => server.stop())

  const ask = (who: Client, path: string, headers: Record<string, string> = {}) =>
    who.request('GET', path, { redirect: 'manual', headers })

  /** The address somebody is sent to. */
  async function addressFor(who: Client, path: string): Promise<URL> {
    const { status, headers } = await ask(who, path)
    expect(status).toBe(302)
    return new URL(headers.get('location') ?? '')
  }

  it('come by an address that says what they are, is kept by nobody and asks for no sign-in', async () => {
    const original = await jpeg(200, 100).toBuffer()
    const photo = await addPhoto(ana, {}, original, 'Encore “1”.jpg')
    const answer = await ask(ana, `/photos/${photo.id}/original?download=1`)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([302, 'private, no-store'])
    expect(answer.headers.get('vary')).toContain('Cookie, Authorization')
    const stored = await fetch(answer.headers.get('location') ?? '')
    expect(Object.fromEntries(stored.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': "attachment; filename*=UTF-8''Encore%20%E2%80%9C1%E2%80%9D.jpg",
      'cache-control': 'private, max-age=300',
    })
    expect(original.equals(await stored.bytes())).toBe(true)
    const shown = await fetch(await addressFor(bo, `/photos/${photo.id}/thumbnail`))
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp'])
  })

  it('are allowed on our pages, and nothing else of that origin', async () => {
    const policy = (await fetch(server.url)).headers.get('content-security-policy') ?? ''
    const naming = policy.split(';').filter((directive) => directive.includes(store))
    expect(naming.map((directive) => directive.split(' ', 1)[0])).toEqual(['img-src', 'media-src'])
  })

  it('come from us where an address would not do: ranges, headers alone, scripts, JSON', async () => {
    const photo = await addPhoto(ana)
    const path = `/photos/${photo.id}/display`
    expect((await ask(ana, path, { range: 'bytes=0-9' })).status).toBe(206)
    expect((await ask(ana, path, { 'sec-fetch-dest': 'empty' })).status).toBe(200)
    expect((await ask(ana, `/photos/${photo.id}`)).body.id).toBe(photo.id)
    expect(await statusOfHead(path)).toBe(200)
  })

  function statusOfHead(path: string): Promise<number | undefined> {
    const headers = { authorization: `Bearer ${ana.token}` }
    return new Promise((resolve, reject) => {
      const asked = request(`${server.url}/api/v1${path}`, { method: 'HEAD', headers })
      asked.on('response', ({ statusCode }) => resolve(statusCode)).on('error', reject)
      asked.end()
    })
  }

  it('19: a signed address is given to those who may see the file, and to nobody from the moment they may not', async () => {
    const photo = await addPhoto(ana)
    const path = `/photos/${photo.id}/display`
    for (const who of [ana, bo, server.stranger]) await addressFor(who, path)
    await ana.put(`/photos/${photo.id}`, { audience: 'private' })
    await addressFor(ana, path)
    for (const who of [bo, server.stranger]) {
      const refused = await ask(who, path)
      expect([refused.status, refused.headers.get('location')]).toEqual([404, null])
    }
    expect((await ask(bo, `/photos/${photo.id}/original`)).status).toBe(404)
  })

  it('19: a signed address ends, and cannot be made to last', async () => {
    const photo = await addPhoto(ana)
    const address = await addressFor(ana, `/photos/${photo.id}/display`)
    expect((await fetch(address)).status).toBe(200)
    expect(Number(address.searchParams.get('X-Amz-Expires'))).toBe(300)

    // the same key, signed ten minutes ago for five
    const [key = ''] = await keysOf(photo.id)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 600_000 })
    const old = await server.storage.presign(key, { seconds: 300, mime: 'image/webp', disposition: 'inline' })
    vi.useRealTimers()
    expect((await fetch(old ?? '')).status).toBe(403)

    const spoilt = (change: (url: URL) => void) => {
      const url = new URL(old ?? '')
      change(url)
      return fetch(url)
    }
    const tries = [
      spoilt((url) => url.searchParams.set('X-Amz-Expires', '3600')),
      spoilt((url) => url.searchParams.set('X-Amz-Date', address.searchParams.get('X-Amz-Date') ?? '')),
      spoilt((url) => url.searchParams.delete('X-Amz-Signature')),
      spoilt((url) => (url.search = '')),
    ]
    for (const { status } of await Promise.all(tries)) expect([400, 403]).toContain(status)
  })

  it('19: a signed address names one file and one type', async () => {
    const photo = await addPhoto(ana, { audience: 'private' })
    const [, other = ''] = await keysOf(photo.id)
    const changed = async (change: (url: URL) => void) => {
      const url = await addressFor(ana, `/photos/${photo.id}/display`)
      change(url)
      return (await fetch(url)).status
    }
    expect(await changed(() => {})).toBe(200)
    expect(await changed((url) => (url.pathname = url.pathname.replace(/media\/.*/, other)))).toBe(403)
    expect(await changed((url) => url.searchParams.set('response-content-type', 'text/html'))).toBe(403)
    expect(await changed((url) => url.searchParams.set('X-Amz-Signature', '0'.repeat(64)))).toBe(403)
  })

  async function keysOf(id: string): Promise<string[]> {
    const { rows } = await server.app.pool.query(
      'select storage_key from renditions where media_id = $1 order by name',
      [id],
    )
    return rows.map((row) => row.storage_key)
  }
})
