import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { logShow } from '../../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

let nights = 0
/** A show at a venue on a day of its own, so that only the venue can bring shows together. */
const at = (who: Client, venue_name: string, venue: object) =>
  logShow(who, {
    artist_name: `Artist ${nights++}`,
    venue_city: undefined,
    venue_country: undefined,
    venue_name,
    ...venue,
  })

describe('a venue whose country was left out', () => {
  it('is the only one of its name in its town', async () => {
    const known = await at(ana, 'Ekko', { venue_city: 'Utrecht', venue_country: 'NL' })
    const met = await at(bo, 'ekko', { venue_city: 'UTRECHT' })
    expect(met.venue).toEqual(known.venue)
    await at(ana, 'Ekko', { venue_city: 'Utrecht', venue_country: 'ZA' })
    const unsure = await at(bo, 'Ekko', { venue_city: 'Utrecht' })
    expect(unsure.venue.country).toBe(null)
    expect((await at(bo, 'Ekko', { venue_city: 'Amsterdam' })).venue.id).not.toBe(known.venue.id)
  })

  it('gets it from the next who knows, and with it its zone', async () => {
    const { id, venue } = await at(ana, 'Melkweg', { venue_city: 'Amsterdam', show_time: '20:00' })
    expect(venue.country).toBe(null)
    const told = await at(bo, 'Melkweg', { venue_city: 'Amsterdam', venue_country: 'USA' })
    expect(told.venue).toMatchObject({ id: venue.id, country: 'US', time_zone: 'America/New_York' })
    expect((await ana.get(`/shows/${id}`)).body.starts_at).toBe('2019-12-02T01:00:00.000Z')
    const elsewhere = await at(bo, 'Melkweg', { venue_city: 'Amsterdam', venue_country: 'NL' })
    expect(elsewhere.venue.id).not.toBe(venue.id)
    const [learnt] = (await bo.get(`/venues/${venue.id}/revisions`)).body.items
    expect(learnt.changes).toEqual([{ field: 'venue_country', before: null, after: 'US' }])
  })
})

describe('a venue whose town was left out', () => {
  it('is the only one of its name, and learns nothing from a name alone', async () => {
    const { venue } = await at(ana, 'Doornroosje', { venue_city: 'Nijmegen' })
    expect((await at(bo, 'Doornroosje', { venue_country: 'NL' })).venue).toEqual(venue)
    expect((await at(bo, 'Doornroosje', {})).venue).toEqual(venue)
    expect((await at(bo, 'Doornroosje', { venue_address: 'Other street 1' })).venue.id).not.toBe(venue.id)
  })

  it('is none of two, and not one in another country', async () => {
    await at(ana, 'The Barn', { venue_city: 'Bergen', venue_country: 'NL' })
    expect((await at(bo, 'The Barn', { venue_country: 'BE' })).venue.city).toBe(null)
    await at(ana, 'Paradiso', { venue_city: 'Amsterdam', venue_country: 'NL' })
    await at(ana, 'Paradiso', { venue_city: 'Tokyo', venue_country: 'JP' })
    expect((await at(bo, 'Paradiso', {})).venue.city).toBe(null)
  })

  it('24: is not one that others keep to themselves', async () => {
    await at(ana, 'Cellar of Ana', { venue_city: 'Utrecht', venue_address: 'Secret 1', is_public: false })
    expect((await at(bo, 'Cellar of Ana', {})).venue).toMatchObject({ city: null, address: null })
  })
})

it('stays one when twenty write it down at once, half of them without the country', async () => {
  const crowd = await server.people(...Array.from({ length: 20 }, (_, n) => `crowd${n}`))
  const shows = await Promise.all(
    crowd.map((who, n) => at(who, 'Arena', { venue_city: 'Köln', ...(n % 2 && { venue_country: 'DE' }) })),
  )
  expect(new Set(shows.map((show) => show.venue.id)).size).toBe(1)
  expect((await ana.get(`/shows/${shows[0].id}`)).body.venue_country).toBe('DE')
})

describe('a venue that was looked up elsewhere', () => {
  const marks = async (id: string) =>
    (await server.app.pool.query('select osm_id, google_place_id from venues where id = $1', [id])).rows[0]

  it('keeps which place it is, and learns it once', async () => {
    const { id, venue } = await at(ana, 'Rotown', { venue_city: 'Rotterdam' })
    expect(await marks(venue.id)).toEqual({ osm_id: null, google_place_id: null })
    const changed = await ana.patch(`/shows/${id}`, { venue_place_id: 'osm:N5' })
    expect([changed.status, changed.body.venue.id]).toEqual([200, venue.id])
    expect(await marks(venue.id)).toEqual({ osm_id: 'N5', google_place_id: null })
    await at(bo, 'Rotown', { venue_city: 'Rotterdam', venue_place_id: 'osm:W6' })
    await at(bo, 'Rotown', { venue_city: 'Rotterdam', venue_place_id: 'ChIJ5S-Jk0BvxkcRbXxMMO0Gm2o' })
    expect(await marks(venue.id)).toEqual({ osm_id: 'N5', google_place_id: 'ChIJ5S-Jk0BvxkcRbXxMMO0Gm2o' })
    const made = await at(ana, 'Vera', { venue_city: 'Groningen', venue_place_id: 'osm:R77' })
    expect(await marks(made.venue.id)).toEqual({ osm_id: 'R77', google_place_id: null })
  })

  it.each(['osm:X1', `osm:N${'1'.repeat(21)}`, 'city:2745912', "'; drop table venues", null])(
    'keeps nothing of %s',
    async (venue_place_id) => {
      const { venue } = await at(ana, 'Unmarked', { venue_city: 'Zwolle', venue_place_id })
      const own = await at(bo, 'Unmarked', { venue_city: 'Zwolle', venue_place_id: venue.id })
      expect(await marks(own.venue.id)).toEqual({ osm_id: null, google_place_id: null })
    },
  )
})
