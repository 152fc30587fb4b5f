import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { utcOf } from './wall-clock.ts'
import { zoneAt } from './zones.ts'

describe('a local time at a place', () => {
  it.each([
    ['winter in Utrecht', '2024-12-01T20:00', 'Europe/Amsterdam', '2024-12-01T19:00:00.000Z'],
    ['summer in Utrecht', '2024-07-01T20:00', 'Europe/Amsterdam', '2024-07-01T18:00:00.000Z'],
    ['half an hour off', '2024-07-01T20:00', 'Asia/Kolkata', '2024-07-01T14:30:00.000Z'],
    ['the hour that is skipped', '2024-03-31T02:30', 'Europe/Amsterdam', '2024-03-31T01:30:00.000Z'],
    ['the hour that comes twice', '2024-10-27T02:30', 'Europe/Amsterdam', '2024-10-27T00:30:00.000Z'],
    ['the hour after it', '2024-10-27T03:00', 'Europe/Amsterdam', '2024-10-27T02:00:00.000Z'],
    ['a night in New York', '2024-11-03T01:30', 'America/New_York', '2024-11-03T05:30:00.000Z'],
    ['with seconds', '2024-12-01T21:12:45.678', 'Europe/Amsterdam', '2024-12-01T20:12:45.678Z'],
  ])('%s', (_, local, zone, utc) => {
    expect(utcOf(local, zone)).toBe(utc)
  })

  it('refuses a zone that does not exist', () => {
    expect(() => utcOf('2024-12-01T20:00', 'Mars/Olympus')).toThrow(RangeError)
  })
})

describe('beside PostgreSQL’s own tables', () => {
  let client: pg.Client
  beforeAll(async () => {
    client = new pg.Client(inject('postgresUrl'))
    await client.connect()
  })
  afterAll(() => client.end())

  it('agrees for ninety years of evenings', async () => {
    const zones = ['Europe/Amsterdam', 'Europe/London', 'America/New_York', 'America/Sao_Paulo']
    const farther = ['Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca', 'UTC']
    const locals = Array.from(
      { length: 340 },
      (_, i) => `${new Date(Date.UTC(1935, 0, 1 + i * 97)).toISOString().slice(0, 10)}T20:00`,
    )
    for (const zone of [...zones, ...farther]) {
      const { rows } = await client.query<{ ms: string }>(
        'select extract(epoch from t.local::timestamp at time zone $2) * 1000 as ms from unnest($1::text[]) with ordinality t(local, n) order by n',
        [locals, zone],
      )
      expect(locals.map((local) => Date.parse(utcOf(local, zone)))).toEqual(rows.map((row) => Number(row.ms)))
    }
  })
})

describe('the zone at a point', () => {
  it.each([
    ['Utrecht', 52.0908, 5.1222, 'Europe/Amsterdam'],
    ['Antwerp', 51.2194, 4.4025, 'Europe/Brussels'],
    ['El Paso', 31.7619, -106.485, 'America/Denver'],
    ['the middle of the Atlantic', 30, -40, 'Etc/GMT'],
  ])('%s', (_, latitude, longitude, zone) => {
    expect(zoneAt(latitude, longitude)).toMatch(new RegExp(`^${zone}`))
  })

  it('is always one whose clocks we know', () => {
    for (let latitude = -90; latitude <= 90; latitude += 15) {
      for (let longitude = -180; longitude <= 180; longitude += 15) {
        expect(utcOf('2024-12-01T20:00', zoneAt(latitude, longitude))).toMatch(/Z$/)
      }
    }
  })
})
