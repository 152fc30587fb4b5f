import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { addPhoto, addShow, jpeg } from '../../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'

const names = ['ana', 'other', 'friend', 'attendee', 'blocked', 'blocker'] as const
type Who = (typeof names)[number] | 'stranger'

let server: TestServer
let who: Record<Who, Client>
beforeAll(async () => {
  server = await startTestServer()
  const people = await server.people(...names)
  who = Object.fromEntries(
    [...people, { ...server.stranger, username: 'stranger' }].map((p) => [p.username, p]),
  ) as Record<Who, Client>
  await relate('ana', 'friend', 'friend')
  await relate('friend', 'ana', 'friend')
  await relate('ana', 'blocked', 'block')
  await relate('blocker', 'ana', 'block')
})
afterAll(() => server.stop())

const relate = (from: Who, to: Who, kind: string) =>
  server.app.pool.query(`insert into relationships (from_id, to_id, kind) values ($1, $2, $3)`, [
    who[from].id,
    who[to].id,
    kind,
  ])

/** Everybody who gets the photo, by every way there is to it; the ways must agree. */
async function seenBy(id: string, showId?: string): Promise<Who[]> {
  const seers: Who[] = []
  for (const [name, client] of Object.entries(who)) {
    const statuses = await Promise.all(
      ['', '/thumbnail', '/display'].map(async (part) => (await client.get(`/photos/${id}${part}`)).status),
    )
    const lists = [
      `/photos/user/${who.ana.id}?limit=100`,
      ...(showId ? [`/photos/show/${showId}?limit=100`] : []),
    ]
    for (const list of lists) {
      statuses.push(JSON.stringify((await client.get(list)).body.items ?? []).includes(id) ? 200 : 404)
    }
    expect(new Set(statuses).size).toBe(1)
    if (statuses[0] === 200) seers.push(name as Who)
  }
  return seers.sort()
}

const everybody: Who[] = ['ana', 'attendee', 'friend', 'other', 'stranger']

describe('19: who sees a photo', () => {
  it.each<[string, Who[]]>([
    ['public', everybody],
    ['friends', ['ana', 'friend']],
    ['private', ['ana']],
    ['attendees', ['ana']],
  ])('of no show, %s', async (audience, expected) => {
    expect(await seenBy((await addPhoto(who.ana, { audience })).id)).toEqual(expected)
  })

  it.each<[string, string, Who[]]>([
    ['public', 'public', everybody],
    ['public', 'friends', ['ana', 'friend']],
    ['public', 'attendees', ['ana', 'attendee']],
    ['public', 'private', ['ana']],
    ['friends', 'public', ['ana', 'friend']],
    ['friends', 'friends', ['ana', 'friend']],
    ['friends', 'attendees', ['ana']],
    ['attendees', 'public', ['ana', 'attendee']],
    ['attendees', 'friends', ['ana']],
    ['private', 'public', ['ana']],
    ['private', 'attendees', ['ana']],
  ])('of a show in a %s diary entry, %s', async (entry, audience, expected) => {
    const show = await addShow(who.ana, { audience: entry })
    await join(show, 'attendee')
    expect(await seenBy((await addPhoto(who.ana, { audience, show_id: show })).id, show)).toEqual(expected)
  })

  it('of a show that others hold publicly stays as hidden as one’s own entry', async () => {
    const show = await addShow(who.ana, { audience: 'private' })
    await join(show, 'other')
    expect(await seenBy((await addPhoto(who.ana, { audience: 'public', show_id: show })).id)).toEqual(['ana'])
    expect((await who.stranger.get(`/photos/show/${show}`)).body).toEqual({ items: [], next_cursor: null })
  })

  it('25: changes with its audience and with the diary entry at once', async () => {
    const show = await addShow(who.ana, { audience: 'public' })
    const { id } = await addPhoto(who.ana, { audience: 'public', show_id: show })
    const etag = (await who.other.get(`/photos/${id}/display`)).headers.get('etag') ?? ''
    await who.ana.put(`/photos/${id}`, { audience: 'private' })
    expect(await seenBy(id, show)).toEqual(['ana'])
    const cached = await who.other.request('GET', `/photos/${id}/display`, {
      headers: { 'if-none-match': etag },
    })
    expect(cached.status).toBe(404)
    await who.ana.put(`/photos/${id}`, { audience: 'public' })
    expect(await seenBy(id, show)).toEqual(everybody)
    await server.app.pool.query(`update attendances set audience = 'private' where show_id = $1`, [show])
    expect(await seenBy(id)).toEqual(['ana'])
    expect((await who.other.get(`/photos/show/${show}`)).status).toBe(404)
  })
})

const join = (showId: string, name: Who) =>
  server.app.pool.query(
    `insert into attendances (id, show_id, person_id, state, audience) values ($1, $2, $3, 'attended', 'public')`,
    [randomUUID(), showId, who[name].id],
  )

describe('what others see of a photo', () => {
  it('is not where it was taken, what the file was called, or the original', async () => {
    const bytes = await jpeg()
      .withExif({
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '52/1 0/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '5/1 0/1 0/1',
        },
      })
      .toBuffer()
    const photo = await addPhoto(who.ana, { caption: 'hello' }, bytes, 'home.jpg')
    expect(photo).toMatchObject({ point: { latitude: 52, longitude: 5 }, file_name: 'home.jpg' })
    const seen = (await who.other.get(`/photos/${photo.id}`)).body
    const { original, ...urls } = photo.urls
    expect(original).toBe(`/api/v1/photos/${photo.id}/original`)
    expect(seen).toEqual({ ...photo, point: null, file_name: null, urls })
  })
})

describe('lists', () => {
  const taken = (time: string) =>
    jpeg()
      .withExif({ IFD2: { DateTimeOriginal: time, OffsetTimeOriginal: '+00:00' } })
      .toBuffer()

  async function walk(path: string, client: Client): Promise<string[]> {
    const ids: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await client.get(`${path}?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      expect(body.items.length).toBeLessThanOrEqual(2)
      ids.push(...body.items.map((photo: { id: string }) => photo.id))
      cursor = body.next_cursor
    }
    return ids
  }

  it('follow the camera in a show, whoever took the photo and whenever it came', async () => {
    const show = await addShow(who.friend)
    const add = async (client: Client, time: string) =>
      (await addPhoto(client, { show_id: show, audience: 'public' }, await taken(time))).id
    const last = await add(who.friend, '2024:12:01 23:00:00')
    const first = await add(who.other, '2024:12:01 20:00:00')
    const second = await add(who.friend, '2024:12:01 20:00:01')
    const same = [await add(who.other, '2024:12:01 21:00:00'), await add(who.friend, '2024:12:01 21:00:00')]
    const undated = (await addPhoto(who.friend, { show_id: show })).id
    const expected = [first, second, ...same.sort(), last, undated]
    expect(await walk(`/photos/show/${show}`, server.stranger)).toEqual(expected)
    const paged = await server.stranger.get(`/photos/show/${show}?page=2&per_page=4`)
    expect(paged.body.items.map((photo: { id: string }) => photo.id)).toEqual(expected.slice(4))
  })

  it('begin with the newest of a person', async () => {
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.unshift((await addPhoto(who.attendee)).id)
    expect(await walk(`/photos/user/${who.attendee.id}`, server.stranger)).toEqual(ids)
  })

  it('of nobody and of nothing do not exist', async () => {
    for (const path of [`/photos/user/${randomUUID()}`, `/photos/show/${randomUUID()}`]) {
      expect((await who.ana.get(path)).status).toBe(404)
    }
    expect((await who.blocked.get(`/photos/user/${who.ana.id}`)).status).toBe(404)
    expect((await who.other.get(`/photos/user/${who.blocker.id}`)).body).toEqual({
      items: [],
      next_cursor: null,
    })
  })

  it.each([
    'x',
    'MTIz',
    Buffer.from('1.2').toString('base64url'),
    Buffer.from(`99999999999999999.${randomUUID()}`).toString('base64url'),
  ])('refuse the cursor %s', async (cursor) => {
    const { status, body } = await who.ana.get(`/photos/user/${who.ana.id}?cursor=${cursor}`)
    expect([status, body.code]).toEqual([422, 'validation_failed'])
  })
})
