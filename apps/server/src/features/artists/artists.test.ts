import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { addPhoto } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { inDays, logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
let spinvis: string
/** Ana's first night with Spinvis. */
let first: string

const play = (who: Client, show: string, songs: object[]) =>
  Promise.all(songs.map((song) => who.post(`/shows/${show}/setlist`, song)))

beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
  const made = await logShow(ana, {
    show_date: '2016-04-02',
    venue_name: 'Paradiso',
    venue_city: 'Amsterdam',
  })
  first = made.id
  spinvis = made.artist.id
  const second = await logShow(ana, { show_date: '2019-12-01', is_public: false })
  await logShow(ana, { show_date: inDays(30) })
  const support = await logShow(bo, { artist_name: 'Eels', support: ['Spinvis'], show_date: '2021-06-01' })
  await logShow(bo, {
    artist_name: 'Moss',
    venue_name: 'Secret cellar',
    show_date: '2021-06-02',
    is_public: false,
  })
  await play(ana, first, [{ song_name: 'Bagagedrager' }])
  await play(ana, second.id, [{ song_name: 'bagagedrager' }])
  await play(ana, second.id, [{ song_name: 'Astronaut' }])
  await play(bo, support.id, [{ song_name: 'Novocaine for the Soul' }])
  await play(bo, support.id, [{ song_name: 'Astronaut', artist_name: 'SPINVIS' }])
})
afterAll(() => server.stop())

const page = async (who: Client, id = spinvis) => (await who.get(`/artists/${id}`)).body
const songs = async (who: Client, query = '') =>
  (await who.get(`/artists/${spinvis}/songs?${query}`)).body.items.map(
    (song: { song_name: string; times: number }) => `${song.song_name} ${song.times}`,
  )

describe('an artist’s page', () => {
  it('tells of my own nights, and what is to come', async () => {
    expect(await page(ana)).toMatchObject({
      name: 'Spinvis',
      is_public: true,
      my: { shows: 2, first: '2016-04-02', last: '2019-12-01', next: inDays(30) },
      counts: { shows: 4, upcoming: 1, venues: 2 },
    })
  })

  it('24: counts for others only what they may see', async () => {
    for (const who of [bo, server.stranger]) {
      const { my, counts, venues } = await page(who)
      expect(counts).toEqual({ shows: 3, upcoming: 1, venues: 2 })
      expect(my?.shows).toBe(who === bo ? 1 : undefined)
      expect(venues.map(({ shows }: { shows: number }) => shows)).toEqual([1, 1])
    }
  })

  it('lists where they played, my own places first', async () => {
    const { venues } = await page(bo)
    expect(venues[0]).toMatchObject({
      name: 'TivoliVredenburg',
      city: 'Utrecht',
      point: null,
      shows: 1,
      mine: 1,
    })
    expect(venues[1]).toMatchObject({ name: 'Paradiso', shows: 1, mine: 0 })
  })

  it('shows photos to whoever may see them', async () => {
    const open = await addPhoto(ana, { show_id: first })
    const hidden = await addPhoto(ana, { show_id: first, audience: 'private' })
    const ids = async (who: Client) =>
      (await page(who)).photos.map(({ photo_id }: { photo_id: string }) => photo_id)
    expect((await ids(ana)).sort()).toEqual([open.id, hidden.id].sort())
    expect(await ids(server.stranger)).toEqual([open.id])
    expect((await page(ana)).photos[0]).toMatchObject({ show_id: first, color: open.color })
  })

  it('does not exist for who sees no show of it', async () => {
    const { body } = await bo.get('/artists?q=Moss')
    const [moss] = body.items
    expect(await page(bo, moss.id)).toMatchObject({ is_public: false, counts: { shows: 1 } })
    for (const who of [ana, server.stranger]) {
      expect((await who.get(`/artists/${moss.id}`)).status).toBe(404)
      expect((await who.get(`/artists/${moss.id}/songs`)).status).toBe(404)
    }
    expect((await ana.get('/artists/nobody')).status).toBe(404)
  })
})

describe('songs of an artist', () => {
  it('are counted by show, whatever their spelling, and only their own', async () => {
    expect(await songs(ana)).toEqual(['Astronaut 2', 'bagagedrager 2'])
    expect(await songs(ana, 'scope=mine')).toEqual(['bagagedrager 2', 'Astronaut 1'])
    expect(await songs(bo, 'scope=mine')).toEqual(['Astronaut 1'])
  })

  it('24: of private shows are not told', async () => {
    expect(await songs(server.stranger)).toEqual(['Astronaut 1', 'Bagagedrager 1'])
    expect((await server.stranger.get(`/artists/${spinvis}/songs?scope=mine`)).status).toBe(401)
  })

  it('come in pages', async () => {
    const one = (await ana.get(`/artists/${spinvis}/songs?limit=1`)).body
    const two = (await ana.get(`/artists/${spinvis}/songs?limit=1&cursor=${one.next_cursor}`)).body
    expect([...one.items, ...two.items].map((song) => song.song_name)).toEqual(['Astronaut', 'bagagedrager'])
    expect(two.next_cursor).toBeNull()
    for (const cursor of ['x', Buffer.from('[1,"\\ud800"]').toString('base64url')]) {
      expect((await ana.get(`/artists/${spinvis}/songs?cursor=${cursor}`)).status).toBe(422)
    }
  })
})

describe('shows of exactly this artist', () => {
  const dates = async (who: Client, query: string, part = '') =>
    (await who.get(`/shows${part}?${query}`)).body.items.map(
      ({ show_date }: { show_date: string }) => show_date,
    )

  it('are found by id, mine or all, past or to come', async () => {
    const by = `artist_id=${spinvis}`
    expect(await dates(ana, by)).toEqual([inDays(30), '2021-06-01', '2019-12-01', '2016-04-02'])
    expect(await dates(ana, `${by}&scope=mine`, '/past')).toEqual(['2019-12-01', '2016-04-02'])
    expect(await dates(ana, by, '/upcoming')).toEqual([inDays(30)])
    expect(await dates(server.stranger, by, '/past')).toEqual(['2021-06-01', '2016-04-02'])
    expect((await ana.get('/shows?artist_id=Spinvis')).status).toBe(422)
  })
})
