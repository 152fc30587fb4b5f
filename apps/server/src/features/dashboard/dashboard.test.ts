import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let ana: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana] = await server.people('ana')
})
afterAll(() => server.stop())

const read = async (who: Client, path: string) => {
  const { status, body } = await who.get(path)
  expect([path, status]).toEqual([path, 200])
  return body
}
const items = async (who: Client, path: string) => (await read(who, path)).items

const nothing = {
  shows: 0,
  artists: 0,
  venues: 0,
  cities: 0,
  countries: 0,
  songs: 0,
  photos: 0,
  audio: 0,
  videos: 0,
  friends: 0,
}

describe('the dashboard', () => {
  it('of a newcomer is all noughts and empty lists', async () => {
    expect(await read(ana, '/dashboard/stats')).toMatchObject(nothing)
    const none = { total: 0, this_year: 0, upcoming: 0, by_year: [] }
    expect(await read(ana, '/dashboard/shows/count')).toEqual(none)
    for (const list of ['recent', 'top-venues', 'top-artists', 'calendar', 'places', 'on-this-day'])
      expect([list, await items(ana, `/dashboard/${list}`)]).toEqual([list, []])
    for (const kind of ['photos', 'audio', 'videos'])
      expect([kind, await items(ana, `/dashboard/${kind}/recent`)]).toEqual([kind, []])
    const months = await items(ana, '/dashboard/months?months=3')
    expect(months.map(({ shows }: { shows: number }) => shows)).toEqual([0, 0, 0])
  })

  it('is nobody’s without a session', async () => {
    for (const path of [
      'stats',
      'shows/count',
      'recent',
      'top-venues',
      'calendar',
      'places',
      'photos/recent',
    ])
      expect([path, (await server.stranger.get(`/dashboard/${path}`)).status]).toEqual([path, 401])
    expect((await server.stranger.get('/shows/count')).status).toBe(401)
  })
})
