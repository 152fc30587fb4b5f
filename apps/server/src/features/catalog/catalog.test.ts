import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { createApp } from '../../app.ts'
import { readConfig } from '../../platform/config/config.ts'
import { createLog } from '../../platform/log/log.ts'

let server: TestServer
let ana: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana] = await server.people('ana')
  const venue = { venue_name: 'TivoliVredenburg', venue_latitude: 52.0932, venue_longitude: 5.1134 }
  await logShow(ana, { ...venue, artist_name: 'Spinvis', support: ['Sigur Rós'] })
  await logShow(ana, {
    artist_name: 'The Spinto Band',
    venue_name: 'Club Tivoli',
    venue_city: 'Tokyo',
    venue_country: 'JP',
  })
  await logShow(ana, { artist_name: 'Spoon', venue_name: '013' })
  await logShow(ana, { artist_name: 'Spiritualized', venue_name: 'Secret cellar', is_public: false })
})
afterAll(() => server.stop())

const suggest = async (who: Client, what: string, q: string, more = ''): Promise<{ name: string }[]> =>
  (await who.get(`/${what}?q=${encodeURIComponent(q)}${more}`)).body.items
const names = async (who: Client, what: string, q: string, more = '') =>
  (await suggest(who, what, q, more)).map((item) => item.name)

describe('while typing', () => {
  it.each([
    ['spin', ['Spinvis', 'The Spinto Band']],
    ['SIGUR ROS', ['Sigur Rós']],
    ['spinvsi', ['Spinvis']],
    ['sp', ['Spoon', 'Spinvis', 'The Spinto Band']],
    ['%', []],
    ['zzz', []],
  ])('an artist “%s”', async (typed, expected) => {
    expect(await names(server.stranger, 'artists', typed)).toEqual(expected)
  })

  it('a venue is described', async () => {
    const [venue] = await suggest(server.stranger, 'venues', 'tivoli')
    expect(venue).toMatchObject({
      name: 'TivoliVredenburg',
      city: 'Utrecht',
      country: 'NL',
      point: { type: 'Point', coordinates: [5.1134, 52.0932] },
      time_zone: 'Europe/Amsterdam',
    })
    expect(await names(server.stranger, 'venues', 'tivoli')).toEqual(['TivoliVredenburg', 'Club Tivoli'])
  })

  it('one’s own are found, others’ private ones are not', async () => {
    expect(await names(ana, 'artists', 'spirit')).toEqual(['Spiritualized'])
    expect(await names(ana, 'venues', 'secret')).toEqual(['Secret cellar'])
    expect(await names(server.stranger, 'artists', 'spirit')).toEqual([])
    expect(await names(server.stranger, 'venues', 'secret')).toEqual([])
  })

  it('as many as were asked for', async () => {
    expect(await names(ana, 'artists', 'sp', '&limit=1')).toHaveLength(1)
    for (const query of ['', 'q=', 'q=a&limit=21', 'q=a&limit=0', `q=${'x'.repeat(201)}`]) {
      expect((await ana.get(`/artists?${query}`)).status).toBe(422)
    }
  })
})

describe('cities', () => {
  it.each([
    ['utr', ['Utrecht', 'Utrecht']],
    ['koln', ['Köln']],
    ['amster', ['Amsterdam', 'Amsterdam']],
    ['york', ['New York City']],
    ['to', ['Tokyo']],
    ['%', []],
  ])('that begin with or contain “%s”', async (typed, expected) => {
    expect(await names(server.stranger, 'cities', typed)).toEqual(expected)
  })

  it('come with country, point and zone, the largest first', async () => {
    expect((await suggest(server.stranger, 'cities', 'utrecht'))[0]).toEqual({
      id: 2745912,
      name: 'Utrecht',
      country: 'NL',
      country_name: 'Netherlands',
      population: 290529,
      point: { type: 'Point', coordinates: [5.12222, 52.09083] },
      time_zone: 'Europe/Amsterdam',
    })
  })

  it.each([
    ['52.1,5.1', 'Utrecht', 'Europe/Amsterdam'],
    ['-17.8,-179.9', null, 'Pacific/Fiji'],
    ['0,-30', null, 'Etc/GMT+2'],
    ['90,0', null, 'Etc/GMT'],
  ])('nearest to %s', async (near, name, time_zone) => {
    const { status, body } = await server.stranger.get(`/cities/nearest?near=${near}`)
    expect(status).toBe(200)
    expect([body.city?.name ?? null, body.time_zone]).toEqual([name, time_zone])
  })

  it('nearest to no point at all are asked for in vain', async () => {
    for (const near of ['', '52', '52,5,1', 'a,b', '91,0', '0,181', '1e400,0']) {
      expect((await server.stranger.get(`/cities/nearest?near=${near}`)).status).toBe(422)
    }
  })

  it('of a part of the map, the largest first, also over the date line', async () => {
    const townsIn = async (bbox: string) => {
      const { status, body } = await server.stranger.get(`/cities/map?bbox=${bbox}`)
      return status === 200 ? body.items.map(({ name }: { name: string }) => name) : status
    }
    const [first] = (await server.stranger.get('/cities/map?bbox=4.5,52,5.3,52.5')).body.items
    expect(first).toMatchObject({ name: 'Amsterdam', point: { type: 'Point' } })
    expect(await townsIn('4.5,52,5.3,52.5')).toContain('Utrecht')
    expect(await townsIn('-30,-1,-29,1')).toEqual([])
    expect(await townsIn('170,-90,-170,90')).not.toContain('Amsterdam')
    expect(await townsIn('4.5,53,5.3,52')).toBe(422)
    expect(await townsIn('4.5,52')).toBe(422)
  })

  it('of the whole world are loaded by a server that has none', async () => {
    await server.app.pool.query('truncate cities')
    const config = readConfig({ PORT: '0', DATA_DIR: server.dataDir, LOG_LEVEL: 'silent' })
    const another = await createApp(config, server.databaseUrl, createLog('silent'))
    await another.start()
    const loaded = async () =>
      Number((await server.app.pool.query('select count(*) as n from cities')).rows[0].n)
    await expect.poll(loaded, { timeout: 60_000, interval: 250 }).toBeGreaterThan(130_000)
    await another.close()
    expect(await names(server.stranger, 'cities', 's-hertogen')).toEqual(["'s-Hertogenbosch"])
    const [reykjavik] = await suggest(server.stranger, 'cities', 'Reykjav')
    expect(reykjavik).toMatchObject({ country_name: 'Iceland', time_zone: 'Atlantic/Reykjavik' })
  }, 90_000)
})
