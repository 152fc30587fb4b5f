import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

/** With no provider at all: everything is answered from what this server knows. */
let server: TestServer
let ana: Client
let bo: Client
let show: { id: string; venue: { id: string }; artist: { id: string } }
let hidden: typeof show

const MBID = '4a1ba5a5-0e1e-4f1a-9c3c-1a6f1f0f9a61'

beforeAll(async () => {
  server = await startTestServer({ ROLE: 'web' })
  ;[ana, bo] = await server.people('ana', 'bo')
  await server.app.pool.query(
    `insert into cities (id, name, name_key, country, population, latitude, longitude, time_zone) values
      (2745912, 'Utrecht', 'utrecht', 'NL', 290529, 52.09083, 5.12222, 'Europe/Amsterdam'),
      (2745913, 'Utrera', 'utrera', 'ES', 50000, 37.18, -5.78, 'Europe/Madrid')
    on conflict (id) do nothing`,
  )
  show = await logShow(ana, {
    venue_latitude: 52.0932,
    venue_longitude: 5.1134,
    venue_address: 'Vredenburgkade 11',
    support: ['Spinvis Junior'],
    show_date: '2019-12-01',
  })
  await server.app.pool.query('update artists set mbid = $1 where id = $2', [MBID, show.artist.id])
  for (const song of [
    { song_name: 'Bagagedrager', tape: true },
    { song_name: 'Astronaut', encore: true },
  ])
    await ana.post(`/shows/${show.id}/setlist`, song)
  await ana.post(`/shows/${show.id}/setlist`, { song_name: 'Of the young', artist_name: 'spinvis junior' })
  hidden = await logShow(ana, {
    artist_name: 'Spinvis in secret',
    venue_name: 'Tivoli of Ana',
    is_public: false,
    show_date: '2019-12-02',
  })
  await ana.post(`/shows/${hidden.id}/setlist`, { song_name: 'Secret song' })
})
afterAll(() => server.stop())

const nobody = { provider: 'catalogue', attribution: null, tried: [] }
const nothing = { ...nobody, result: 'empty', items: [], next_page: null }
/** By GET and by POST the same is answered. */
async function ask(who: Client, path: string, question: Record<string, string | number> = {}) {
  const query = new URLSearchParams(Object.entries(question).map(([name, value]) => [name, String(value)]))
  const asked = await who.get(`/external/${path}?${query}`)
  const posted = await who.post(`/external/${path}`, question)
  expect(posted.body.request_id === undefined ? posted.body : posted.body.code).toEqual(
    asked.body.request_id === undefined ? asked.body : asked.body.code,
  )
  expect(posted.status).toBe(asked.status)
  return asked
}
const body = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).body
const names = (answer: { items: { name: string }[] }) => answer.items.map(({ name }) => name)

describe('venues', () => {
  const tivoli = {
    name: 'TivoliVredenburg',
    address: 'Vredenburgkade 11',
    city: 'Utrecht',
    state: null,
    country: 'NL',
    point: { type: 'Point', coordinates: [5.1134, 52.0932] },
    time_zone: 'Europe/Amsterdam',
    kind: 'venue',
    url: null,
    source: 'catalogue',
  }

  it('are found by words in name and town', async () => {
    const id = show.venue.id
    const answer = await body(bo, 'venue/search', { query: 'tivoli utrecht' })
    expect(answer).toEqual({
      ...nobody,
      result: 'ok',
      items: [{ ...tivoli, place_id: id, venue_id: id }],
      next_page: null,
    })
    expect(await body(bo, 'venue/search', { query: 'qqqq' })).toEqual(nothing)
  })

  it('come with towns while typing, and the towns with whose they are', async () => {
    const answer = await body(server.stranger, 'venue/autocomplete', { input: 'ut' })
    expect(answer).toMatchObject({ provider: 'catalogue', result: 'ok', attribution: { text: 'GeoNames' } })
    expect(names(answer).slice(0, 2)).toEqual(['Utrecht', 'Utrera'])
    expect(answer.items[0]).toMatchObject({
      place_id: 'city:2745912',
      kind: 'city',
      time_zone: 'Europe/Amsterdam',
    })
    const venues = await body(bo, 'venue/autocomplete', { input: 'tiv' })
    expect([names(venues), venues.attribution]).toEqual([['TivoliVredenburg'], null])
  })

  it('are looked up by the id under which they were found', async () => {
    const one = await body(server.stranger, 'venue/details', { place_id: show.venue.id })
    expect(one).toMatchObject({ ...nobody, result: 'ok', item: { ...tivoli, venue_id: show.venue.id } })
    const town = await body(server.stranger, 'venue/details', { place_id: 'city:2745912' })
    expect(town.item).toMatchObject({ name: 'Utrecht', url: 'https://www.geonames.org/2745912' })
    await server.app.pool.query('update venues set osm_id = $1, google_place_id = $2 where id = $3', [
      'W46347021',
      'ChIJ5S-Jk0BvxkcRbXxMMO0Gm2o',
      show.venue.id,
    ])
    for (const place_id of ['osm:W46347021', 'ChIJ5S-Jk0BvxkcRbXxMMO0Gm2o'])
      expect((await body(bo, 'venue/details', { place_id })).item.venue_id).toBe(show.venue.id)
  })

  it.each([
    'city:1',
    'city:99999999999',
    'osm:W1',
    'osm:X1',
    'osm:',
    `mb:${MBID}`,
    'mb:x',
    'nonsense',
    '../../etc/passwd',
    'ChIJ0000000000000000',
    '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10',
  ])('%s is none', async (place_id) => {
    expect((await ask(bo, 'venue/details', { place_id })).status).toBe(404)
  })
})

describe('artists', () => {
  it('are found by name', async () => {
    const answer = await body(bo, 'artist/search', { artist_name: 'spinvis' })
    expect(answer).toMatchObject({ ...nobody, result: 'ok' })
    expect(names(answer)).toEqual(['Spinvis', 'Spinvis Junior'])
    expect(answer.items[0]).toMatchObject({ artist_id: show.artist.id, mbid: MBID, source: 'catalogue' })
    const typing = await bo.post('/external/artist/search', { artist_name: 'spin', typing: true, limit: 1 })
    expect(names(typing.body)).toEqual(['Spinvis'])
    expect(await body(server.stranger, 'artist/search', { artist_name: 'qqqq' })).toEqual(nothing)
  })
})

describe('setlists', () => {
  const songs = (answer: { items: { songs: { song_name: string }[] }[] }) =>
    answer.items.map((one) => one.songs.map(({ song_name }) => song_name))
  /** Who is signed in is told that setlist.fm was not asked for want of a key. */
  const keyless = { tried: [{ provider: 'setlistfm', result: 'needs_key' }] }

  it('of an artist are what she played herself', async () => {
    for (const question of [{ artist_name: 'SPINVIS' }, { mbid: MBID.toUpperCase() }]) {
      const answer = await body(bo, 'artist/setlists', question)
      expect(answer).toMatchObject({ ...nobody, ...keyless, result: 'ok', next_page: null })
      expect(songs(answer)).toEqual([['Bagagedrager', 'Astronaut']])
      expect(answer.items[0]).toMatchObject({
        id: show.id,
        show_id: show.id,
        artist: { name: 'Spinvis', mbid: MBID },
        venue: { name: 'TivoliVredenburg', city: 'Utrecht', country: 'NL' },
        show_date: '2019-12-01',
      })
    }
    const young = await body(server.stranger, 'artist/setlists', { artist_name: 'Spinvis Junior' })
    expect([songs(young), young.tried]).toEqual([[['Of the young']], []])
    expect((await ask(bo, 'artist/setlists')).body.errors[0].field).toBe('artist_name')
  })

  it('of a venue, of an evening', async () => {
    const there = await body(server.stranger, 'venue/setlists', { venue_id: show.venue.id })
    expect(songs(there)).toEqual([['Bagagedrager', 'Astronaut', 'Of the young']])
    expect(await body(bo, 'venue/setlists', { venue_id: '33d62cf9' })).toEqual({ ...nothing, ...keyless })
    const one = await body(server.stranger, `setlist/${show.id}`)
    expect(one).toMatchObject({ ...nobody, result: 'ok', item: { show_id: show.id } })
    for (const id of ['63de4613', '%E2%80%AE', '..%2f..%2fusers', '63de4613%3Fp=1'])
      expect([id, (await ask(bo, `setlist/${id}`)).status]).toEqual([id, 404])
    await server.app.pool.query(
      `insert into setlist_links (show_id, provider, external_id, url) values ($1, 'setlistfm', '63de4613', 'https://www.setlist.fm')`,
      [show.id],
    )
    expect((await body(bo, 'setlist/63de4613')).item.show_id).toBe(show.id)
  })

  it('come in pages, the latest first', async () => {
    const artist_name = 'Every week'
    for (let n = 1; n <= 21; n++) {
      const { id } = await logShow(ana, {
        artist_name,
        show_date: `2018-01-${String(n).padStart(2, '0')}`,
      })
      await ana.post(`/shows/${id}/setlist`, { song_name: `Song ${n}` })
    }
    const first = await body(bo, 'artist/setlists', { artist_name })
    expect([first.items.length, first.items[0].show_date, first.next_page]).toEqual([20, '2018-01-21', 2])
    const second = await body(bo, 'artist/setlists', { artist_name, page: 2 })
    expect([songs(second), second.next_page]).toEqual([[['Song 1']], null])
    expect((await body(bo, 'artist/setlists', { artist_name, page: 3 })).items).toEqual([])
  })
})

describe('where somebody was', () => {
  const days = (answer: { items: { show_date: string }[] }) => answer.items.map((one) => one.show_date)

  it('is her diary, as far as one may see it', async () => {
    await logShow(bo, { artist_name: 'To come', show_date: '2100-01-01' })
    await logShow(bo, { artist_name: 'Been', show_date: '2011-01-01' })
    await logShow(bo, { artist_name: 'Been quietly', show_date: '2011-01-02', is_public: false })
    expect(days(await body(ana, 'user/attended', { username: 'bo' }))).toEqual(['2011-01-01'])
    expect(days(await body(bo, 'user/attended', { username: 'BO' }))).toEqual(['2011-01-02', '2011-01-01'])
  })

  it('18: is as unknown of a private person as of nobody', async () => {
    const [quiet] = await server.people('quiet')
    await logShow(quiet, { artist_name: 'Quiet band', show_date: '2012-01-01' })
    await quiet.patch('/users/me', { profile_audience: 'private' })
    const [unknown, hers] = [
      await ask(bo, 'user/attended', { username: 'nobody-at-all' }),
      await ask(bo, 'user/attended', { username: 'quiet' }),
    ]
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not_found'])
    expect([hers.status, hers.body.code, hers.body.message]).toEqual([404, 'not_found', unknown.body.message])
    expect(days(await body(quiet, 'user/attended', { username: 'quiet' }))).toEqual(['2012-01-01'])
  })
})

describe('a concert', () => {
  it('is a show of this server', async () => {
    const { provider, item } = await body(server.stranger, `concert/${show.id}`)
    expect(provider).toBe('catalogue')
    expect(item).toMatchObject({
      show_id: show.id,
      name: 'Spinvis at TivoliVredenburg',
      artists: [{ name: 'Spinvis', mbid: MBID }, { name: 'Spinvis Junior' }],
      venue: { name: 'TivoliVredenburg', city: 'Utrecht' },
    })
    for (const id of [randomUUID(), 'nonsense']) expect((await ask(bo, `concert/${id}`)).status).toBe(404)
  })
})

describe('24: what only Ana’s diary holds', () => {
  it('is found by her, and by nobody else in any way', async () => {
    await server.app.pool.query('update venues set osm_id = $1 where id = $2', ['W99', hidden.venue.id])
    const questions: [string, Record<string, string>][] = [
      ['venue/search', { query: 'tivoli of ana' }],
      ['venue/autocomplete', { input: 'tivoli of ana' }],
      ['venue/details', { place_id: hidden.venue.id }],
      ['venue/details', { place_id: 'osm:W99' }],
      ['artist/search', { artist_name: 'spinvis in secret' }],
      ['artist/setlists', { artist_name: 'spinvis in secret' }],
      ['venue/setlists', { venue_id: hidden.venue.id }],
      [`setlist/${hidden.id}`, {}],
      [`concert/${hidden.id}`, {}],
      ['user/attended', { username: 'ana' }],
    ]
    for (const [path, question] of questions) {
      for (const who of [bo, server.stranger]) {
        const answer = JSON.stringify(await body(who, path, question))
        expect(answer).not.toMatch(/secret/i)
        expect(answer).not.toContain('of Ana')
        expect(answer).not.toContain(hidden.id)
      }
      const hers = JSON.stringify(await body(ana, path, question))
      expect(hers).toMatch(/secret|of Ana/i)
    }
  })
})
