import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

type Song = { id: string; song_name: string; song_order: number; artist_name: string }
let nights = 0
const night = async (...songs: string[]) => {
  const { id } = await logShow(ana, { artist_name: 'Spinvis', show_date: `2018-01-${10 + nights++}` })
  for (const song_name of songs) await ana.post(`/shows/${id}/setlist`, { song_name })
  return id as string
}
const songsOf = async (id: string): Promise<Song[]> => (await ana.get(`/shows/${id}/setlist`)).body.items
const titles = async (id: string) => (await songsOf(id)).map((song) => `${song.song_order} ${song.song_name}`)

describe('a setlist', () => {
  it('is empty at first', async () => {
    expect((await server.stranger.get(`/shows/${await night()}/setlist`)).body).toEqual({
      items: [],
      next_cursor: null,
    })
  })

  it('takes songs at the end or in between', async () => {
    const id = await night('one', 'two')
    const song = { song_name: 'guest', song_order: 2, artist_name: 'De Kift', encore: true, notes: 'twice' }
    const { status, body } = await ana.post(`/shows/${id}/setlist`, song)
    expect([status, body]).toMatchObject([201, { ...song, show_id: id }])
    await ana.post(`/shows/${id}/setlist`, { song_name: 'last', song_order: 900 })
    expect(await titles(id)).toEqual(['1 one', '2 guest', '3 two', '4 last'])
    expect((await songsOf(id)).map((item) => item.artist_name)).toEqual([
      'Spinvis',
      'De Kift',
      'Spinvis',
      'Spinvis',
    ])
    expect((await ana.get(`/shows/${id}`)).body.counts.songs).toBe(4)
  })

  it('changes a song without touching what was not sent, and moves it', async () => {
    const id = await night('a', 'b', 'c')
    const [a, b] = await songsOf(id)
    const path = `/shows/${id}/setlist/${a?.id}`
    expect((await ana.put(path, { encore: true, notes: 'n' })).body).toMatchObject({
      song_name: 'a',
      encore: true,
    })
    expect((await ana.put(path, { song_order: 3, notes: null })).body).toMatchObject({
      song_order: 3,
      encore: true,
      notes: null,
    })
    expect(await titles(id)).toEqual(['1 b', '2 c', '3 a'])
    expect((await ana.put(path, { artist_name: 'De Kift' })).body.artist_name).toBe('De Kift')
    expect((await ana.put(path, { artist_name: 'spinvis' })).body.artist_name).toBe('Spinvis')
    await ana.patch(`/shows/${id}`, { artist_name: 'Erik de Jong' })
    expect((await songsOf(id)).map((song) => song.artist_name)).toEqual(Array(3).fill('Erik de Jong'))
    expect((await ana.put(`/shows/${await night()}/setlist/${b?.id}`, { encore: true })).status).toBe(404)
  })

  it('closes up when a song goes', async () => {
    const id = await night('a', 'b', 'c', 'd')
    const [, b] = await songsOf(id)
    expect((await ana.delete(`/shows/${id}/setlist/${b?.id}`)).status).toBe(204)
    expect(await titles(id)).toEqual(['1 a', '2 c', '3 d'])
    expect((await ana.delete(`/shows/${id}/setlist/${b?.id}`)).status).toBe(404)
  })

  it('takes a new order of all its songs and no other', async () => {
    const id = await night('a', 'b', 'c')
    const [a, b, c] = (await songsOf(id)).map((song) => song.id)
    const put = (order: unknown) => ana.patch(`/shows/${id}/setlist`, { order })
    const { status, body } = await put([c, a, b])
    expect([status, body.items.map((song: Song) => song.song_name)]).toEqual([200, ['c', 'a', 'b']])
    const other = (await songsOf(await night('x')))[0]?.id
    for (const order of [[a, b], [a, b, c, c], [a, a, b], [], [a, b, other]]) {
      const refused = await put(order)
      expect([refused.status, refused.body.code]).toEqual([409, 'order_outdated'])
    }
    expect((await put(['x'])).status).toBe(422)
    expect(await titles(id)).toEqual(['1 c', '2 a', '3 b'])
  })

  it('stays whole when all happens at once', async () => {
    const id = await night('a', 'b', 'c', 'd', 'e')
    const songs = await songsOf(id)
    await Promise.all([
      ...Array.from({ length: 10 }, (_, n) =>
        ana.post(`/shows/${id}/setlist`, { song_name: `new ${n}`, song_order: 1 + (n % 3) }),
      ),
      ...songs.slice(0, 2).map((song) => ana.delete(`/shows/${id}/setlist/${song.id}`)),
      ana.put(`/shows/${id}/setlist/${songs[4]?.id}`, { song_order: 1 }),
      ana.patch(`/shows/${id}/setlist`, { order: songs.map((song) => song.id) }),
    ])
    const after = await songsOf(id)
    expect(after.map((song) => song.song_order)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1))
  })

  it('adds a song once by its Idempotency-Key', async () => {
    const id = await night()
    const add = (song_name: string) =>
      ana.post(`/shows/${id}/setlist`, { song_name }, { 'idempotency-key': `song of ${id}` })
    const answers = await Promise.all(Array.from({ length: 20 }, () => add('once')))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect((await add('other')).status).toBe(409)
    expect(await titles(id)).toEqual(['1 once'])
  })

  it.each([
    [{}, 'song_name'],
    [{ song_name: '' }, 'song_name'],
    [{ song_name: 'x'.repeat(400) }, 'song_name'],
    [{ song_name: 'x', song_order: 0 }, 'song_order'],
    [{ song_name: 'x', song_order: 1.5 }, 'song_order'],
    [{ song_name: 'x', position: 1 }, 'position'],
  ])('refuses %o', async (song, field) => {
    const { status, body } = await ana.post(`/shows/${await night()}/setlist`, song)
    expect([status, body.errors]).toMatchObject([422, [{ field }]])
  })

  it('is edited by those who attend', async () => {
    const id = await night('a')
    const [a] = await songsOf(id)
    const attempts = (who: Client) =>
      Promise.all([
        who.post(`/shows/${id}/setlist`, { song_name: 'x' }),
        who.put(`/shows/${id}/setlist/${a?.id}`, { encore: true }),
        who.delete(`/shows/${id}/setlist/${a?.id}`),
        who.patch(`/shows/${id}/setlist`, { order: [a?.id] }),
      ])
    for (const { status, body } of await attempts(bo))
      expect([status, body.code]).toEqual([403, 'not_an_attendee'])
    for (const { status } of await attempts(server.stranger)) expect(status).toBe(401)
    await ana.patch(`/shows/${id}`, { is_public: false })
    for (const { status } of await attempts(bo)) expect(status).toBe(404)
    expect((await bo.get(`/shows/${id}/setlist`)).status).toBe(404)
    expect(await titles(id)).toEqual(['1 a'])
  })
})
