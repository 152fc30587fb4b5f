import { kinds } from '@sharemyshows/contract/search'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
  const shows = [
    { artist_name: 'Björk', venue_name: 'Harpa', venue_city: 'Reykjavík', show_date: '2021-10-11' },
    { artist_name: 'Sigur Rós', venue_name: 'Harpa', venue_city: 'Reykjavík', show_date: '2022-07-01' },
    { artist_name: 'Sigur Rós', venue_name: 'Paradiso', venue_city: 'Amsterdam', show_date: '2022-12-31' },
    { artist_name: 'Radiohead', venue_name: 'Paradiso', venue_city: 'Amsterdam', show_date: '2019-05-04' },
    { artist_name: 'The 1975', venue_name: 'Vera', venue_city: 'Groningen', show_date: '2016-03-02' },
    { artist_name: '!!!', venue_name: 'Vera', venue_city: 'Groningen', show_date: '2017-03-02' },
    {
      artist_name: 'Múm',
      venue_name: 'Ekko',
      venue_city: 'Utrecht',
      show_date: '2024-06-01',
      title: 'Festival of Lights',
      support: ['Efterklang', 'U2'],
    },
  ]
  for (const show of shows) await logShow(ana, show)
})
afterAll(() => server.stop())

const ask = async (who: Client, path: string) => {
  const { status, body } = await who.get(path)
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}
const find = (who: Client, q: string, more = '') => ask(who, `/search?q=${encodeURIComponent(q)}${more}`)
const artistsOf = (items: { artist_name: string }[]) => items.map((show) => show.artist_name)
const namesOf = (items: { name: string }[]) => items.map((item) => item.name)

describe('everything by words', () => {
  it.each([
    ['sigur ros', ['Sigur Rós', 'Sigur Rós']],
    ['SIGUR reykjavik', ['Sigur Rós']],
    ['amsterdam 2022', ['Sigur Rós']],
    ['2019-05', ['Radiohead']],
    ['december paradiso', ['Sigur Rós']],
    ['1975', ['The 1975']],
    ['lights utrecht efterklang', ['Múm']],
    ['u2', ['Múm']],
    ['!!!', ['!!!']],
    ['%', []],
    ['_', []],
    ['\\', []],
    ["'; drop table shows; --", []],
    ['🎸', []],
  ])('%s finds shows', async (q, artists) => {
    const { shows, similar } = await find(server.stranger, q)
    expect([artistsOf(shows.items), similar]).toEqual([artists, false])
  })

  it('finds each kind, the nearest name first', async () => {
    await logShow(ana, { artist_name: 'Parade', venue_name: 'Club Paradiso', venue_city: 'Parijs' })
    const { artists, venues, cities } = await find(server.stranger, 'par')
    expect(artists.items.map(({ name, shows }: { name: string; shows: number }) => [name, shows])).toEqual([
      ['Parade', 1],
    ])
    expect(namesOf(venues.items)).toEqual(['Paradiso', 'Club Paradiso'])
    expect(cities.items).toEqual([{ name: 'Parijs', country: 'NL', shows: 1 }])
  })
})
