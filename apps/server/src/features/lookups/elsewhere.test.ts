import { Writable } from 'node:stream'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { until } from '../../../test/photos.ts'
import {
  type Fault,
  madeUpArtist,
  mbidOf,
  type Providers,
  startProviders,
} from '../../../test/providers/index.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { createLog } from '../../platform/log/log.ts'

/** With all providers set up: Ana was at the night that all of them know, and Bo keeps his to himself. */
let providers: Providers
let server: TestServer
let ana: Client
let bo: Client
let show: { id: string; venue: { id: string }; artist: { id: string } }
/** All that was answered, and logged. */
const said: string[] = []
const sink = new Writable({
  write(chunk, _encoding, done) {
    said.push(String(chunk))
    done()
  },
})

beforeAll(async () => {
  providers = await startProviders()
  // a busy machine is no fault of theirs
  const env = { ...providers.env, PROVIDER_TIMEOUT_MS: '30000', ROLE: 'web' }
  server = await startTestServer(env, createLog('trace', sink))
  ;[ana, bo] = await server.people('ana', 'bo')
  show = await logShow(ana, { show_date: '2024-12-01' })
  await ana.post(`/shows/${show.id}/setlist`, { song_name: 'Ours' })
  await logShow(bo, { show_date: '2023-10-07', venue_name: 'Elsewhere', is_public: false })
  await sql('update artists set mbid = $1 where id = $2', [mbidOf(1), show.artist.id])
  // the first question of each takes the stand-in longest
  for (const [path, question] of Object.entries(questions)) await ana.post(`/external/${path}`, question)
  await ana.post('/external/venue/details', { place_id: GOOGLE_ID })
  await forget()
})
afterAll(async () => {
  expect([providers.refused, providers.untrue]).toEqual([[], []])
  for (const secret of Object.entries(providers.env).flatMap(([name, key]) =>
    name.endsWith('_KEY') ? [key] : [],
  ))
    expect(said.filter((line) => line.includes(secret))).toEqual([])
  await server.stop()
  await providers.close()
})
afterEach(async () => {
  providers.heal()
  await forget()
})

const sql = async (text: string, values: unknown[] = []) => (await server.app.pool.query(text, values)).rows
/** Nobody was asked yet, and nothing is kept. */
async function forget() {
  await sql('delete from provider_turns')
  await sql('delete from provider_answers')
}
async function ask(who: Client, path: string, question: Record<string, unknown> = {}) {
  const { status, body } = await who.post(`/external/${path}`, question)
  said.push(JSON.stringify(body))
  expect([status, body.code]).toEqual([200, undefined])
  return body
}

/** What is answered while typing once nobody is late: a busy machine is no fault of theirs. */
async function type(who: Client, input: string) {
  let body = await ask(who, 'venue/autocomplete', { input })
  while (body.tried.length > 0) body = await ask(who, 'venue/autocomplete', { input })
  return body
}

const GOOGLE_ID = 'ChIJ-made-up-46347021'
const questions = {
  'venue/search': { query: 'tivoli utrecht' },
  'venue/autocomplete': { input: 'tivoli' },
  'venue/details': { place_id: 'osm:W46347021' },
  'artist/search': { artist_name: 'spinvis' },
  'artist/setlists': { artist_name: 'spinvis' },
  'setlist/63de1': {},
  'venue/setlists': { venue_id: '33d62cf9' },
  'user/attended': { username: 'ana' },
  [`concert/${mbidOf(201)}`]: {},
}
const maps = { text: '© OpenStreetMap contributors', url: 'https://www.openstreetmap.org/copyright' }

describe('who is signed in is answered by providers, and told what of it is here', () => {
  it('venues by words', async () => {
    const body = await ask(ana, 'venue/search', questions['venue/search'])
    // the one here is not told twice, and then nobody has to be named
    expect(body).toMatchObject({ provider: 'catalogue', result: 'ok', attribution: null, tried: [] })
    expect(body.items).toMatchObject([{ venue_id: show.venue.id, source: 'catalogue' }])
    const [place] = providers.world.places
    if (place) place.name = 'Tivoli Oudegracht'
    const others = await ask(ana, 'venue/search', questions['venue/search'])
    if (place) place.name = 'TivoliVredenburg'
    expect(others).toMatchObject({
      provider: 'google',
      attribution: { text: 'Google Maps' },
      items: [
        { venue_id: show.venue.id },
        { place_id: GOOGLE_ID, venue_id: null, name: 'Tivoli Oudegracht', source: 'google' },
      ],
    })
    expect(others.items[1]).toMatchObject({ time_zone: 'Europe/Amsterdam', country: 'NL', city: 'Utrecht' })
  })

  it('venues by the next, where one does not know', async () => {
    await sql('update venues set city = $1 where id = $2', ['Amsterdam', show.venue.id])
    providers.fail({ of: 'google', does: { status: 403 } })
    const map = await ask(ana, 'venue/search', { query: 'vredenburg' })
    expect(map).toMatchObject({
      provider: 'nominatim',
      attribution: maps,
      tried: [{ provider: 'google', result: 'needs_key' }],
    })
    expect(map.items[1]).toMatchObject({
      place_id: 'osm:W46347021',
      url: 'https://www.openstreetmap.org/way/46347021',
      time_zone: 'Europe/Amsterdam',
    })
    await forget()
    providers.fail({ of: 'google', does: 'html' })
    providers.fail({ of: 'nominatim', does: { status: 429 }, times: 2 })
    const last = await ask(ana, 'venue/search', { query: 'vredenburg' })
    expect(last.tried).toEqual([
      { provider: 'google', result: 'unavailable' },
      { provider: 'nominatim', result: 'quota' },
    ])
    expect([last.provider, last.items[1].place_id]).toEqual(['musicbrainz', `mb:${mbidOf(46347021)}`])
    await sql('update venues set city = $1 where id = $2', ['Utrecht', show.venue.id])
  })

  it('venues while typing, and what was chosen', async () => {
    const { provider, attribution, items } = await type(bo, 'utrecht')
    expect([provider, attribution]).toEqual(['photon', maps])
    expect(items.find((one: { source: string }) => one.source === 'photon')).toMatchObject({
      place_id: 'osm:W46347021',
      // of the same name in the same town
      venue_id: show.venue.id,
    })
    const chosen = await ask(bo, 'venue/details', questions['venue/details'])
    expect([chosen.provider, chosen.item.venue_id]).toEqual(['nominatim', show.venue.id])
    const byGoogle = await ask(bo, 'venue/details', { place_id: GOOGLE_ID })
    expect([byGoogle.provider, byGoogle.item.address]).toEqual(['google', 'Vredenburgkade 11'])
    const ofMusicbrainz = await ask(bo, 'venue/details', { place_id: `mb:${mbidOf(46347021)}` })
    expect([ofMusicbrainz.provider, ofMusicbrainz.item.name]).toEqual(['musicbrainz', 'TivoliVredenburg'])
    const nowhere = await bo.post('/external/venue/details', { place_id: 'osm:W1' })
    expect(nowhere.status).toBe(404)
  })

  it('artists', async () => {
    const body = await ask(bo, 'artist/search', questions['artist/search'])
    expect(body).toMatchObject({ provider: 'musicbrainz', attribution: { text: 'MusicBrainz' } })
    expect(body.items).toMatchObject([
      { artist_id: show.artist.id, name: 'Spinvis', source: 'catalogue' },
      { artist_id: null, name: 'Spinvis Coverband', mbid: mbidOf(2), source: 'musicbrainz' },
    ])
    await forget()
    providers.fail({ of: 'musicbrainz', does: { status: 503 }, times: 2 })
    const next = await ask(bo, 'artist/search', questions['artist/search'])
    expect([next.provider, next.tried]).toEqual(['setlistfm', [{ provider: 'musicbrainz', result: 'quota' }]])
  })

  it('two artists of one name are two, where each is known by her id', async () => {
    providers.world.artists.push(madeUpArtist(9, 'Spinvis'))
    const { items } = await ask(bo, 'artist/search', { artist_name: 'Spinvis', limit: 5 })
    providers.world.artists.pop()
    expect(items.map((one: { mbid: string; artist_id: string | null }) => [one.mbid, one.artist_id])).toEqual(
      [
        [mbidOf(1), show.artist.id],
        [mbidOf(2), null],
        [mbidOf(9), null],
      ],
    )
  })

  it.each(['artist/setlists', 'venue/setlists', 'user/attended'] as const)('%s', async (path) => {
    const body = await ask(ana, path, questions[path])
    expect(body).toMatchObject({ provider: 'setlistfm', attribution: { url: 'https://www.setlist.fm' } })
    expect(body.items[0]).toMatchObject({
      id: '63de1',
      show_id: show.id,
      songs: [
        { song_name: 'Bagagedrager', encore: false },
        {},
        { song_name: 'Smalfilm', encore: true, set: 1 },
        { song_name: 'Halleluja', encore: true, set: 2, cover_of: 'Leonard Cohen', guest: 'Roos' },
      ],
    })
    // Bo's night at another place of the same day is his alone
    expect(body.items[1]).toMatchObject({ id: '63de2', show_id: null, songs: [] })
    expect((await ask(bo, path, questions[path])).items[1].show_id).not.toBe(null)
  })

  it('a setlist, and a concert', async () => {
    const setlist = await ask(bo, 'setlist/63de1')
    expect([setlist.provider, setlist.item.show_id]).toEqual(['setlistfm', show.id])
    const concert = await ask(bo, `concert/${mbidOf(201)}`)
    expect(concert).toMatchObject({ provider: 'musicbrainz', item: { show_id: show.id, show_time: '20:00' } })
    expect(concert.item.artists[0]).toEqual({ name: 'Spinvis', mbid: mbidOf(1) })
    for (const path of ['setlist/63de99', `concert/${mbidOf(202)}`])
      expect((await bo.post(`/external/${path}`, {})).status).toBe(404)
  })
})

it('whoever is not signed in is answered without asking anybody', async () => {
  const before = providers.asked.length
  for (const [path, question] of Object.entries(questions)) {
    const { status, body } = await server.stranger.post(`/external/${path}`, question)
    if (status === 200) expect([body.provider, body.tried]).toEqual(['catalogue', []])
    else expect(status).toBe(404)
  }
  expect(providers.asked.length).toBe(before)
})

const faults: [string, Fault['does'], string][] = [
  ['a key that is refused', { status: 401 }, 'needs_key'],
  ['one that is forbidden', { status: 403 }, 'needs_key'],
  ['nothing found', { status: 404 }, 'empty'],
  ['too much', { status: 429, retryAfter: 1 }, 'quota'],
  ['a page instead', 'html', 'unavailable'],
  ['an answer cut off', 'cut', 'unavailable'],
  ['trouble there', { status: 500 }, 'unavailable'],
]

describe('what goes wrong there is told, and answered from here', () => {
  const asking = ['artist/setlists', 'user/attended', 'setlist/63de1'] as const

  it.each(faults)('setlist.fm: %s', async (_name, does, result) => {
    await sql(
      `insert into setlist_links (show_id, provider, external_id, url) values ($1, 'setlistfm', '63de1', 'https://www.setlist.fm')
        on conflict do nothing`,
      [show.id],
    )
    for (const path of asking) {
      providers.fail({ of: 'setlistfm', does, times: 2 })
      const body = await ask(ana, path, questions[path])
      expect(body).toMatchObject({ provider: 'catalogue', tried: [{ provider: 'setlistfm', result }] })
      expect((body.item ?? body.items[0]).songs[0].song_name).toBe('Ours')
      // one good answer in between, so that it is not left alone for a while
      providers.heal()
      await forget()
      await ask(ana, 'artist/setlists', { mbid: mbidOf(1) })
      await forget()
    }
  })

  it.each([
    ['photon', 'venue/autocomplete'],
    ['nominatim', 'venue/details'],
  ] as const)('%s', async (of, path) => {
    await sql('update venues set osm_id = $1 where id = $2', ['W46347021', show.venue.id])
    for (const does of [{ status: 403 }, 'html'] as const) {
      providers.fail({ of, does, times: 2 })
      const body = await ask(ana, path, questions[path])
      expect(body).toMatchObject({
        provider: 'catalogue',
        tried: [{ provider: of, result: 'unavailable' }],
      })
      expect((body.item ?? body.items[0]).venue_id).toBe(show.venue.id)
      providers.heal()
    }
  })

  it('a day’s questions that are used up', async () => {
    await sql(`insert into provider_turns (provider, asked) values ('setlistfm', 1440)`)
    const before = providers.asked.length
    const body = await ask(ana, 'artist/setlists', questions['artist/setlists'])
    expect(body).toMatchObject({
      provider: 'catalogue',
      result: 'ok',
      tried: [{ provider: 'setlistfm', result: 'quota' }],
    })
    expect(providers.asked.length).toBe(before)
  })
})

it('whoever types is not held up: what comes late is there when it is asked for again', async () => {
  await sql(`insert into provider_turns (provider) values ('photon')`)
  const another = await server.app.pool.connect()
  // it gets no turn until another has had hers
  await another.query(`begin; select from provider_turns where provider = 'photon' for update`)
  const question = { input: 'vredenburg' }
  const first = await ask(ana, 'venue/autocomplete', question)
  expect(first).toMatchObject({
    provider: 'catalogue',
    tried: [{ provider: 'photon', result: 'unavailable' }],
  })
  await another.query('commit')
  another.release()
  await until(async () => (await sql(`select from provider_answers where provider = 'photon'`)).length > 0)
  const before = providers.asked.length
  await sql('update venues set name = $1, osm_id = null where id = $2', ['Under another name', show.venue.id])
  const second = await ask(ana, 'venue/autocomplete', question)
  await sql('update venues set name = $1 where id = $2', ['TivoliVredenburg', show.venue.id])
  expect([second.provider, second.items[0].place_id]).toEqual(['photon', 'osm:W46347021'])
  expect(providers.asked.length).toBe(before)
})
