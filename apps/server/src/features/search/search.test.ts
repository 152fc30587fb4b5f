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
  for (const show of shows) {
    const { id } = await logShow(ana, { venue_country: 'IS', ...show })
    await ana.post(`/shows/${id}/setlist`, { song_name: `Song by ${show.artist_name}` })
    await ana.post(`/shows/${id}/setlist`, { song_name: 'Hallelujah', artist_name: 'Guest Choir' })
  }
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
    ['.'.repeat(200), []],
  ])('%s finds shows', async (q, artists) => {
    const { shows, similar } = await find(server.stranger, q)
    expect([artistsOf(shows.items), similar]).toEqual([artists, false])
  })

  it.each([
    ['radiohaed', 'artists', 'Radiohead'],
    ['bjrk', 'artists', 'Björk'],
    ['efterklagn', 'artists', 'Efterklang'],
    ['paradsio', 'venues', 'Paradiso'],
    ['groningne', 'cities', 'Groningen'],
  ])('%s finds what is spelled similarly, and says so', async (q, kind, name) => {
    const found = await find(server.stranger, q)
    expect([namesOf(found[kind].items), found.similar]).toEqual([[name], true])
    expect(found.shows.items.length).toBeGreaterThan(0)
  })

  it('corrects one word among others', async () => {
    const { shows, similar } = await find(ana, 'sigur amsterdma 2022')
    expect([artistsOf(shows.items), similar]).toEqual([['Sigur Rós'], true])
  })

  it('gives only what is spelled so where there is any', async () => {
    await logShow(ana, { artist_name: 'Radiohaed', venue_name: 'Vera', show_date: '2010-10-10' })
    const { artists, similar } = await find(ana, 'radiohaed')
    expect([namesOf(artists.items), similar]).toEqual([['Radiohaed'], false])
  })

  it('finds each kind, the nearest name first', async () => {
    await logShow(ana, { artist_name: 'Parade', venue_name: 'Club Paradiso', venue_city: 'Parijs' })
    const { artists, venues, cities } = await find(server.stranger, 'par')
    expect(artists.items).toMatchObject([{ name: 'Parade', shows: 1 }])
    expect(namesOf(venues.items)).toEqual(['Paradiso', 'Club Paradiso'])
    expect(cities.items).toEqual([{ name: 'Parijs', country: 'NL', shows: 1 }])
  })

  it('finds a venue by its name and its town, and a town with all its shows', async () => {
    expect(namesOf((await find(ana, 'paradiso amsterdam')).venues.items)).toEqual(['Paradiso'])
    expect((await find(ana, 'amsterdam')).cities.items).toEqual([
      { name: 'Amsterdam', country: 'IS', shows: 2 },
    ])
  })

  it('finds songs with whose performance they are and how often they were heard', async () => {
    const { songs } = await find(server.stranger, 'song sigur')
    expect(songs.items).toEqual([{ song_name: 'Song by Sigur Rós', artist_name: 'Sigur Rós', shows: 2 }])
    expect((await find(server.stranger, 'halelujah')).songs.items).toMatchObject([
      { artist_name: 'Guest Choir', shows: 7 },
    ])
  })

  it('finds people by what they call themselves, never by their address', async () => {
    await bo.patch('/users/me', { display_name: 'Bodil Ångström' })
    expect((await find(server.stranger, 'angstrom')).people.items).toEqual([
      { id: bo.id, username: 'bo', display_name: 'Bodil Ångström', avatar: null },
    ])
    expect((await find(server.stranger, 'bo')).people.items).toHaveLength(1)
    expect((await find(ana, 'example.org')).people.items).toEqual([])
  })

  it('says which shows are mine', async () => {
    const mine = async (who: Client) => (await find(who, 'radiohead')).shows.items[0].mine
    expect([await mine(ana), await mine(bo), await mine(server.stranger)]).toEqual([true, false, false])
  })

  it('follows what changes: names, bills, towns', async () => {
    const { id } = await logShow(ana, { artist_name: 'Before', venue_name: 'Somewhere', venue_city: 'Oss' })
    const isFound = async (q: string) => (await find(ana, q, '&kinds=shows')).shows.items.length > 0
    await ana.patch(`/shows/${id}`, { artist_name: 'Afterwards', support: ['Guesthouse'], title: 'Jubilee' })
    expect([await isFound('afterwards guesthouse jubilee oss'), await isFound('before oss')]).toEqual([
      true,
      false,
    ])
    await ana.patch(`/shows/${id}`, { support: [], venue_city: 'Assen' })
    expect([await isFound('afterwards assen'), await isFound('guesthouse')]).toEqual([true, false])
  })
})

describe('pages', () => {
  it('go on in one kind, each thing once', async () => {
    for (const kind of ['shows', 'artists', 'songs']) {
      const whole = (await find(ana, 'o', `&kinds=${kind}&limit=50`))[kind].items
      const walked: unknown[] = []
      for (let cursor = ''; ; ) {
        const page = (await find(ana, 'o', `&kinds=${kind}&limit=2${cursor && `&cursor=${cursor}`}`))[kind]
        walked.push(...page.items)
        cursor = page.next_cursor
        if (cursor === null) break
      }
      expect([kind, walked]).toEqual([kind, whole])
    }
  })

  it('leave the other kinds empty', async () => {
    const found = await find(ana, 'paradiso', '&kinds=venues,cities')
    expect(kinds.filter((kind) => found[kind].items.length > 0)).toEqual(['venues'])
  })

  it.each([
    ['', 'q'],
    ['q=', 'q'],
    [`q=${'x'.repeat(201)}`, 'q'],
    ['q=a&kinds=animals', 'kinds'],
    ['q=a&limit=51', 'limit'],
    ['q=a&kinds=shows&cursor=nonsense', 'cursor'],
    [`q=a&cursor=${Buffer.from('e5').toString('base64url')}`, 'cursor'],
    [`q=a&kinds=shows&cursor=${Buffer.from('e99999999').toString('base64url')}`, 'cursor'],
  ])('cannot be asked with %s', async (query, field) => {
    const { status, body } = await ana.get(`/search?${query}`)
    expect([status, body.errors[0].field]).toEqual([422, field])
  })

  it('42: a NUL is 400', async () => {
    expect((await ana.get('/search?q=%00')).status).toBe(400)
  })
})
