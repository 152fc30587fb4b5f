import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { inDays, logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
let tivoli: string

beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
  const point = { venue_latitude: 52.0932, venue_longitude: 5.1134 }
  tivoli = (await logShow(ana, { ...point, show_date: '2016-04-02', support: ['Eels'] })).venue.id
  await logShow(ana, { show_date: '2019-12-01' })
  await logShow(ana, { artist_name: 'Moss', show_date: '2020-01-01', is_public: false })
  await logShow(bo, { artist_name: 'Eels', show_date: inDays(10) })
})
afterAll(() => server.stop())

const page = async (who: Client) => (await who.get(`/venues/${tivoli}`)).body

describe('a venue’s page', () => {
  it('says where it is, how often I was there and who played', async () => {
    const { my, counts, artists, ...venue } = await page(ana)
    expect(venue).toMatchObject({
      name: 'TivoliVredenburg',
      city: 'Utrecht',
      point: { type: 'Point', coordinates: [5.1134, 52.0932] },
      time_zone: 'Europe/Amsterdam',
      is_public: true,
    })
    expect(my).toEqual({ visits: 3, first: '2016-04-02', last: '2020-01-01', next: null })
    expect(counts).toEqual({ shows: 4, upcoming: 1, artists: 3 })
    expect(artists.map(({ name, shows, mine }: Record<string, unknown>) => [name, shows, mine])).toEqual([
      ['Spinvis', 2, 2],
      ['Eels', 1, 1],
      ['Moss', 1, 1],
    ])
  })

  it('24: counts and names for others only what they may see', async () => {
    const { my, counts, artists } = await page(server.stranger)
    expect([my, counts]).toEqual([null, { shows: 3, upcoming: 1, artists: 2 }])
    expect(JSON.stringify(artists)).not.toContain('Moss')
    expect((await page(bo)).my).toEqual({ visits: 0, first: null, last: null, next: inDays(10) })
  })

  it('has its shows by id', async () => {
    const { body } = await server.stranger.get(`/shows/past?venue_id=${tivoli}`)
    expect(body.items.map(({ show_date }: { show_date: string }) => show_date)).toEqual([
      '2019-12-01',
      '2016-04-02',
    ])
  })

  it('25: is gone at once when its last show is private', async () => {
    const show = await logShow(bo, { venue_name: 'Cellar' })
    const status = async () => (await server.stranger.get(`/venues/${show.venue.id}`)).status
    expect(await status()).toBe(200)
    await bo.patch(`/shows/${show.id}`, { is_public: false })
    expect(await status()).toBe(404)
    expect((await bo.get(`/venues/${show.venue.id}`)).body.is_public).toBe(false)
  })
})
