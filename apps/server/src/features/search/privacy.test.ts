import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

/*
 * Two servers hold the same public shows. On one of them Ana also keeps a private diary, made to disturb the others'
 * searches: the same names, exact matches of what others misspell, more songs, more shows.
 */
let plain: TestServer
let disturbed: TestServer
let ana: Client
const visitors: [Client, Client][] = []
const queries = [
  'radiohead',
  'radiohaed',
  'paradiso',
  'paradiso amsterdam 2016',
  'amsterdam',
  'amsterdma',
  'creep',
  'crepe',
  'secret',
  'mispelled',
  'band',
  'a',
  'o 2016',
]

async function world(server: TestServer): Promise<[Client, Client]> {
  const [ana, bo] = await server.people('ana', 'bo')
  const place = { venue_name: 'Paradiso', venue_city: 'Amsterdam' }
  for (const artist_name of ['Radiohead', 'Misspelled Band', 'Aurora']) {
    const { id } = await logShow(ana, { ...place, artist_name, show_date: '2016-05-20' })
    await ana.post(`/shows/${id}/setlist`, { song_name: 'Creep' })
  }
  return [ana, bo]
}

async function disturb(ana: Client): Promise<void> {
  const acts = ['Radiohaed', 'Radiohead', 'Secret Band', 'Mispelled', 'Aa', 'Band']
  for (const [n, artist_name] of acts.entries()) {
    const show = { artist_name, venue_name: 'Paradiso', venue_city: n % 2 ? 'Amsterdam' : 'Amsterdma' }
    const { id } = await logShow(ana, { ...show, show_date: `2017-05-${20 + n}`, audience: 'private' })
    await ana.post(`/shows/${id}/setlist`, { song_name: 'Creep', artist_name: 'Radiohead' })
    await ana.post(`/shows/${id}/setlist`, { song_name: 'Crepe' })
  }
}

beforeAll(async () => {
  plain = await startTestServer()
  disturbed = await startTestServer()
  const [, bo] = await world(plain)
  const [hers, his] = await world(disturbed)
  ana = hers
  await disturb(ana)
  visitors.push([bo, his], [plain.stranger, disturbed.stranger])
})
afterAll(() => Promise.all([plain.stop(), disturbed.stop()]))

const nameless = /"(?:[a-z_]*_)?id":"[^"]*"|"(?:created|updated)_at":"[^"]*"/g
const read = async (who: Client, path: string) => {
  const { status, body } = await who.get(path)
  expect(status).toBe(200)
  return JSON.stringify(body).replaceAll(nameless, '')
}

describe.each(queries)('24: %s finds the same with a private diary beside it', (q) => {
  it.each(['/search?q=', '/shows/search?q=', '/shows/search?artist=', '/shows/search?city=', '/shows?q='])(
    'by %s',
    async (path) => {
      for (const [left, right] of visitors) {
        expect(await read(right, path + encodeURIComponent(q))).toBe(
          await read(left, path + encodeURIComponent(q)),
        )
      }
    },
  )
})

describe('23: a blocked person', () => {
  it('finds neither whoever blocked her nor what only they show, nor is found by them', async () => {
    const [, bo] = visitors[0] as [Client, Client]
    const find = async (who: Client, q: string) => (await who.get(`/search?q=${q}`)).body
    expect((await find(bo, 'ana')).people.items).toHaveLength(1)
    await disturbed.app.pool.query(
      "insert into relationships (from_id, to_id, kind) values ($1, $2, 'block')",
      [ana.id, bo.id],
    )
    expect((await find(bo, 'ana')).people.items).toEqual([])
    expect((await find(ana, 'bo')).people.items).toEqual([])
    expect((await find(bo, 'radiohead')).shows.items).toEqual([])
    expect((await find(disturbed.stranger, 'ana')).people.items).toHaveLength(1)
  })
})
