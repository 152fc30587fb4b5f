import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { makeEvent } from '../../../test/events.ts'
import { madeUpPlace, mbidOf, type Providers, startProviders } from '../../../test/providers/index.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let providers: Providers
let server: TestServer
let ana: Client
let bo: Client
let mo: Client
let olga: Client
beforeAll(async () => {
  providers = await startProviders('nominatim', 'musicbrainz')
  server = await startTestServer(providers.env)
  ;[ana, bo, mo, olga] = await server.people('ana', 'bo', 'mo', 'olga')
  await appoint(server, 'moderator', mo)
  await appoint(server, 'organizer', olga)
})
afterAll(async () => {
  await server.stop()
  await providers.close()
})

let show: { id: string; venue: { id: string } }
let hall: string
let halls = 0
beforeEach(async () => {
  providers.heal()
  hall = `Hall ${++halls}`
  show = await logShow(ana, { venue_name: hall, show_date: '2018-03-02', show_time: '20:00' })
})

type Place = { place_id: string; kind: string; source: string }
const find = (who: Client, id = show.venue.id) => who.get(`/venues/${id}/found`)
const found = async (who: Client = ana, id = show.venue.id) =>
  (await find(who, id)).body.items.map(({ place_id, kind, source }: Place) => [place_id, kind, source])
const there = { latitude: 52.0932, longitude: 5.1134 }
const confirm = (who: Client, more: object = {}, id = show.venue.id) =>
  who.put(`/venues/${id}/place`, { ...there, ...more })
const osmOf = async (id = show.venue.id) =>
  (await server.app.pool.query('select osm_id from venues where id = $1', [id])).rows[0].osm_id

describe('finding where a venue is', () => {
  it('gives places of its name in its town, each once, with their clocks', async () => {
    providers.world.places.push(
      madeUpPlace(2000 + halls, hall),
      // of MusicBrainz alone, and somewhere else
      madeUpPlace(3000 + halls, `${hall} annexe`, { osm: null, latitude: 52.2, city: 'Utrecht' }),
    )
    const { status, body } = await find(bo)
    expect([status, body.provider, body.result, body.tried]).toEqual([200, 'nominatim', 'ok', []])
    expect(body.attribution).toEqual({
      text: '© OpenStreetMap contributors',
      url: 'https://www.openstreetmap.org/copyright',
    })
    expect(await found()).toEqual([
      [`osm:W${2000 + halls}`, 'venue', 'nominatim'],
      [`mb:${mbidOf(3000 + halls)}`, 'venue', 'musicbrainz'],
    ])
    expect(body.items[0]).toMatchObject({
      name: hall,
      point: { coordinates: [5.1134, 52.0932] },
      time_zone: 'Europe/Amsterdam',
      url: `https://www.openstreetmap.org/way/${2000 + halls}`,
    })
    expect(providers.asked.findLast(({ of }) => of === 'nominatim')?.query.q).toBe(
      `${hall}, Utrecht, Netherlands`,
    )
  })

  it('gives its town where nobody knows it, so that one sees it is only that', async () => {
    expect((await find(ana)).body).toMatchObject({
      provider: 'catalogue',
      result: 'ok',
      attribution: { text: 'GeoNames' },
      tried: [
        { provider: 'nominatim', result: 'empty' },
        { provider: 'musicbrainz', result: 'empty' },
      ],
      items: [{ place_id: 'city:2745912', kind: 'city', point: { coordinates: [5.12222, 52.09083] } }],
    })
    const nowhere = await logShow(ana, { venue_name: `${hall} nowhere`, venue_city: 'Nosuchtown' })
    providers.fail({ of: 'nominatim', does: 'html', times: 9 })
    expect((await find(ana, nowhere.venue.id)).body).toMatchObject({ result: 'unavailable', items: [] })
  })

  it('is not for those who see no show there, nor without an account', async () => {
    const before = providers.asked.length
    const hidden = await logShow(ana, { venue_name: `${hall} cellar`, is_public: false })
    expect((await find(bo, hidden.venue.id)).body.code).toBe('not_found')
    expect((await find(server.stranger)).status).toBe(401)
    expect(providers.asked.length).toBe(before)
  })
})

describe('saying where a venue is', () => {
  it('writes down the point and the address; its zone follows, and with it the shows there', async () => {
    const madrid = { latitude: 40.4168, longitude: -3.7038 }
    const lisbon = { latitude: 38.7223, longitude: -9.1393 }
    await confirm(ana, madrid)
    const before = (await ana.get(`/shows/${show.id}`)).body
    const { status, body } = await confirm(ana, { ...lisbon, address: 'Rua 1', place_id: 'osm:W77' })
    expect([status, body]).toMatchObject([
      200,
      {
        id: show.venue.id,
        address: 'Rua 1',
        point: { coordinates: [lisbon.longitude, lisbon.latitude] },
        time_zone: 'Europe/Lisbon',
      },
    ])
    const after = (await ana.get(`/shows/${show.id}`)).body
    expect([before.show_time, after.show_time]).toEqual(['20:00', '20:00'])
    expect([before.starts_at, after.starts_at]).toEqual([
      '2018-03-02T19:00:00.000Z',
      '2018-03-02T20:00:00.000Z',
    ])
    expect(await osmOf()).toBe('W77')
  })

  it('forgets which place of the map it was once something else says where it is', async () => {
    await confirm(ana, { place_id: 'osm:N5' })
    expect(await osmOf()).toBe('N5')
    await confirm(ana, { latitude: 52.1 })
    expect(await osmOf()).toBe(null)
    for (const place_id of ['osm:X1', 'city:1', 'osm:W', 'osm:W1; drop table venues', 'ChIJ123'])
      expect((await confirm(ana, { place_id })).body.code).toBe('validation_failed')
  })

  it('is a change of a shared fact, and can be put back', async () => {
    await confirm(ana, { address: 'First street 1' })
    await confirm(ana, { latitude: 52.2, place_id: 'osm:W1' })
    const [latest] = (await bo.get(`/venues/${show.venue.id}/revisions`)).body.items
    expect(latest).toMatchObject({
      author: { username: 'ana' },
      show_id: show.id,
      changes: [{ field: 'venue_latitude', before: 52.0932, after: 52.2 }],
    })
    const back = await ana.post(`/shows/${show.id}/revisions/${latest.id}/revert`)
    expect([back.status, back.body.venue.point.coordinates]).toEqual([200, [5.1134, 52.0932]])
  })

  it('is for whoever was there, and for moderators', async () => {
    expect((await confirm(bo)).body.code).toBe('not_an_attendee')
    const hidden = await logShow(ana, { venue_name: `${hall} attic`, is_public: false })
    for (const one of [bo, mo]) expect((await confirm(one, {}, hidden.venue.id)).body.code).toBe('not_found')
    expect((await confirm(mo)).status).toBe(200)
    await logShow(bo, { venue_name: hall, show_date: '2018-05-02' })
    expect((await confirm(bo)).status).toBe(200)
  })

  it('where only organised shows are, is for those who look after them', async () => {
    const event = await makeEvent(olga, { location_address: `${hall} for events`, visibility: 'public' })
    await bo.post(`/events/${event.id}/rsvp`, { status: 'going' })
    const { venue } = (await bo.get(`/shows/${event.id}`)).body
    expect((await confirm(bo, {}, venue.id)).body.code).toBe('staff_only')
    expect((await confirm(ana, {}, venue.id)).body.code).toBe('not_an_attendee')
    expect((await confirm(olga, {}, venue.id)).status).toBe(200)
    expect((await confirm(mo, {}, venue.id)).status).toBe(200)
  })

  it('by ten at once ends as one of them said, and each is written down', async () => {
    const latitudes = Array.from({ length: 10 }, (_, index) => 50 + index)
    const answers = await Promise.all(latitudes.map((latitude) => confirm(ana, { latitude })))
    expect(answers.map(({ status }) => status)).toEqual(latitudes.map(() => 200))
    const { items } = (await ana.get(`/venues/${show.venue.id}/revisions?limit=50`)).body
    const steps = items.map(
      ({ changes }: { changes: { field: string; before: number | null; after: number }[] }) =>
        changes.find(({ field }) => field === 'venue_latitude'),
    )
    expect(steps).toHaveLength(10)
    for (let n = 0; n < 9; n++) expect(steps[n].before).toBe(steps[n + 1].after)
    const { point } = (await ana.get(`/venues/${show.venue.id}`)).body
    expect(point.coordinates[1]).toBe(steps[0].after)
  })

  it('of two that are one place of the map suggests to merge them', async () => {
    const other = await logShow(ana, { venue_name: `Zaal ${halls}`, show_date: '2018-06-02' })
    const osm = { place_id: `osm:W${9000 + halls}` }
    await confirm(ana, osm)
    await confirm(ana, osm, other.venue.id)
    const { items } = (await ana.get(`/venues/${other.venue.id}/duplicates`)).body
    expect(items[0]).toMatchObject({ venue: { id: show.venue.id }, reason: 'same_identity', may_merge: true })
    await confirm(ana, {}, other.venue.id)
    await ana.post(`/venues/${show.venue.id}/merge`, { into: other.venue.id })
    expect(await osmOf(other.venue.id)).toBe(`W${9000 + halls}`)
    const answer = await fetch(`${server.url}/api/v1/venues/${show.venue.id}/found`, {
      redirect: 'manual',
      headers: { authorization: `Bearer ${ana.token}` },
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      308,
      `/api/v1/venues/${other.venue.id}/found`,
    ])
    expect((await confirm(ana)).body.code).toBe('not_found')
  })
})
