import { randomUUID } from 'node:crypto'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { jpeg, keptFiles, photoForm, until } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { hugePng, manyFrameGif } from '../../platform/images/bombs-for-tests.ts'
import { enqueue } from '../../platform/jobs/jobs.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

const put = (who: Client, bytes: Uint8Array, name?: string, fields: Record<string, string> = {}) =>
  who.request('PUT', '/users/me/avatar', { body: photoForm(bytes, fields, name) })
const show = async (who: Client): Promise<string> => (await put(who, await jpeg().toBuffer())).body.avatar
const get = (who: Client, address: string, headers = {}) =>
  who.request('GET', address.replace('/api/v1', ''), { headers })
const kept = async () => (await keptFiles(server)).filter((file) => file.startsWith('avatars/'))

/** Red above, blue below, a green middle: what is cut off is easy to tell. */
const tall = () => {
  const band = (background: string, height: number, top: number) => ({
    input: { create: { width: 300, height, channels: 3, background } } as const,
    top,
    left: 0,
  })
  return sharp({ create: { width: 300, height: 900, channels: 3, background: '#f00' } })
    .composite([band('#0f0', 300, 300), band('#00f', 300, 600)])
    .withExif({ IFD0: { Artist: 'CANARY-4711' }, IFD3: { GPSLatitude: '52/1 5/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer()
}

describe('a picture', () => {
  it('28: is the middle square of what was sent, without anything the camera wrote', async () => {
    const sent = await tall()
    expect(sent.includes('CANARY-4711')).toBe(true)
    const { status, body } = await put(ana, sent, '../../etc/passwd.svg')
    expect(status).toBe(200)
    expect(body.avatar).toMatch(new RegExp(`^/api/v1/users/${ana.id}/avatar\\?v=[\\da-f-]{36}$`))
    for (const [side, address] of [
      [512, body.avatar],
      [96, `${body.avatar}&size=96`],
    ] as const) {
      const picture = await get(server.stranger, address)
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
      const facts = await sharp(picture.body).metadata()
      expect(facts).toMatchObject({ format: 'webp', width: side, height: side })
      expect([facts.exif, facts.icc, facts.xmp, facts.iptc]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(picture.body.includes('CANARY-4711')).toBe(false)
      const { dominant } = await sharp(picture.body).stats()
      expect(dominant.g).toBeGreaterThan(200)
      expect(dominant.r + dominant.b).toBeLessThan(60)
    }
  })

  it('has an address of its own, which browsers keep, and no other', async () => {
    const first = await show(ana)
    const second = await show(ana)
    expect(second).not.toBe(first)
    const caching = async (address: string) => (await get(bo, address)).headers.get('cache-control')
    expect(await caching(second)).toBe('private, max-age=31536000, immutable')
    expect(await caching(first)).toBe('private, no-cache')
    expect(await caching(`/users/${ana.id}/avatar`)).toBe('private, no-cache')
    const { headers } = await get(bo, second)
    expect(headers.get('vary')).toBe('Cookie, Authorization')
    expect((await get(bo, second, { 'if-none-match': headers.get('etag') })).status).toBe(304)
    expect((await get(bo, second, { range: 'bytes=0-3' })).body.toString('latin1')).toBe('RIFF')
  })

  it('stands beside the name wherever somebody is named', async () => {
    const avatar = await show(ana)
    const { id } = await logShow(ana, { artist_name: 'Portrait Band' })
    await ana.post('/comments', { show_id: id, content: 'Hello' })
    await ana.patch(`/shows/${id}`, { title: 'Night of portraits' })
    const photo = await ana.request('POST', '/photos', {
      body: photoForm(await jpeg().toBuffer(), { show_id: id }),
    })
    const of = async (at: string) => (await bo.get(at)).body
    expect({
      me: (await ana.get('/users/me')).body.avatar,
      session: (await ana.get('/auth/status')).body.user.avatar,
      profile: (await of('/users/ana')).avatar,
      attendees: (await of(`/shows/${id}/attendees`)).items[0].user.avatar,
      comments: (await of(`/comments/show/${id}`)).items[0].user.avatar,
      history: (await of(`/shows/${id}/revisions`)).items[0].author.avatar,
      photo: (await of(`/photos/${photo.body.id}`)).owner.avatar,
      photos: (await of(`/photos/show/${id}`)).items[0].owner.avatar,
      search: (await of('/search?q=ana&kinds=people')).people.items[0].avatar,
    }).toEqual(
      Object.fromEntries(
        ['me', 'session', 'profile', 'attendees', 'comments', 'history', 'photo', 'photos', 'search'].map(
          (place) => [place, avatar],
        ),
      ),
    )
  })

  it('can be taken away again, and nothing of it is left', async () => {
    const avatar = await show(bo)
    expect((await bo.delete('/users/me/avatar')).status).toBe(204)
    expect((await bo.delete('/users/me/avatar')).status).toBe(204)
    expect((await bo.get('/users/me')).body.avatar).toBeNull()
    expect((await get(ana, avatar)).status).toBe(404)
    await show(ana)
    await until(async () => (await kept()).length === 2)
  })

  it('is one of twenty that were sent at once, and the others leave no files', async () => {
    const bytes = await jpeg().toBuffer()
    const answers = await Promise.all(Array.from({ length: 20 }, () => put(bo, bytes)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const { avatar } = (await bo.get('/users/me')).body
    expect(answers.map(({ body }) => body.avatar)).toContain(avatar)
    await until(async () => (await kept()).length === 4)
    expect((await get(ana, avatar)).status).toBe(200)
    await bo.delete('/users/me/avatar')
    await until(async () => (await kept()).length === 2)
  })

  it('53: that a crash left behind is swept after an hour', async () => {
    const held = await kept()
    const leave = async (key: string, minutes: number) => {
      const file = path.join(server.dataDir, 'files', key)
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, 'left behind')
      const then = new Date(Date.now() - minutes * 60_000)
      await utimes(file, then, then)
      return key
    }
    await leave(`avatars/00/${randomUUID()}-512.webp`, 61)
    await leave('avatars/00/no-picture', 61)
    const young = await leave(`avatars/00/${randomUUID()}-96.webp`, 59)
    for (const key of held) {
      const then = new Date(Date.now() - 600 * 60_000)
      await utimes(path.join(server.dataDir, 'files', key), then, then)
    }
    await enqueue(server.app.db, 'sweep-avatars', {})
    await until(async () => (await kept()).length === held.length + 1)
    expect(await kept()).toEqual([...held, young].sort())
  })
})

describe('what is no picture', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  it.each<[string, () => Promise<Buffer> | Buffer, number, string]>([
    [
      '26: a page named .jpg',
      () => Buffer.from('<!doctype html><script>alert(1)</script>'),
      422,
      'unsupported_format',
    ],
    ['27: an SVG', () => Buffer.from(svg), 422, 'unsupported_format'],
    ['30: 30,000 × 30,000 pixels', () => hugePng(30_000, 30_000), 422, 'too_many_pixels'],
    ['30: 10,000 frames', () => manyFrameGif(10_000), 422, 'too_many_pixels'],
    ['half a photo', async () => (await jpeg(800, 600).toBuffer()).subarray(0, 20_000), 422, 'file_corrupt'],
    ['nothing', () => Buffer.alloc(0), 422, 'file_empty'],
    ['more than 10 MB', () => Buffer.alloc(10 * 1_048_576 + 1), 413, 'payload_too_large'],
  ])('%s is refused, and leaves the one there was', async (_name, make, status, code) => {
    const before = (await ana.get('/users/me')).body.avatar
    const files = await keptFiles(server)
    const { status: given, body } = await put(ana, await make(), 'me.jpg')
    expect([given, body.code]).toEqual([status, code])
    expect((await ana.get('/users/me')).body.avatar).toBe(before)
    expect(await keptFiles(server)).toEqual(files)
  })

  it('21: takes nothing beside the file', async () => {
    for (const field of ['user_id', 'id', 'role', 'avatar', 'audience']) {
      const { status, body } = await put(ana, await jpeg().toBuffer(), 'me.jpg', { [field]: bo.id })
      expect([status, body.errors?.[0]?.field]).toEqual([422, field])
    }
    expect((await bo.get('/users/me')).body.avatar).toBeNull()
  })
})
