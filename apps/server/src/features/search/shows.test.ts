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
    { artist_name: 'Radiohead', venue_name: 'Paradiso', venue_city: 'Amsterdam', show_date: '2016-05-20' },
    { artist_name: 'Radiohead', venue_name: 'Paradiso', venue_city: 'Amsterdam', show_date: '2016-05-21' },
    {
      artist_name: 'Amsterdam Klezmer Band',
      venue_name: 'Vera',
      venue_city: 'Groningen',
      show_date: '2017-01-01',
    },
    { artist_name: 'Portishead', venue_name: 'Vredenburg', venue_city: 'Utrecht', show_date: '2008-03-30' },
  ]
  for (const show of shows) {
    const { id } = await logShow(ana, show)
    if (show.artist_name === 'Radiohead') await ana.post(`/shows/${id}/setlist`, { song_name: 'Creep' })
  }
})
afterAll(() => server.stop())

const ask = async (who: Client, query: string) => {
  const { status, body } = await who.get(`/shows/search?${query}`)
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}
const days = (body: { items: { show_date: string }[] }) => body.items.map((show) => show.show_date)

describe('shows/search', () => {
  it.each([
    ['artist=radiohead', ['2016-05-21', '2016-05-20']],
    ['artist=radiohead&date=2016-05-20', ['2016-05-20']],
    ['date=2016-05-20', ['2016-05-20']],
    ['venue=paradiso&year=2016&order=oldest', ['2016-05-20', '2016-05-21']],
    ['artist=amsterdam', ['2017-01-01']],
    ['city=amsterdam', ['2016-05-21', '2016-05-20']],
    ['q=amsterdam', ['2017-01-01', '2016-05-21', '2016-05-20']],
    ['song=creep', ['2016-05-21', '2016-05-20']],
    ['song=creep&date=2016-05-21', ['2016-05-21']],
    ['artist=head&venue=vredenburg', ['2008-03-30']],
    ['year=2008', ['2008-03-30']],
    ['date=2000-01-01', []],
    ['artist=radiohead&city=utrecht', []],
  ])('%s', async (query, expected) => {
    const body = await ask(server.stranger, query)
    expect([days(body), body.similar]).toEqual([expected, false])
  })

  it.each([
    ['artist=raidohead', ['2016-05-21', '2016-05-20']],
    ['venue=vredenbrug', ['2008-03-30']],
    ['artist=portisehad&city=utrehct', ['2008-03-30']],
    ['city=amsterdma', ['2016-05-21', '2016-05-20']],
    ['q=radiohaed+amsterdma', ['2016-05-21', '2016-05-20']],
    ['artist=radiohaed&date=2016-05-20', ['2016-05-20']],
  ])('%s, misspelled', async (query, expected) => {
    const body = await ask(server.stranger, query)
    expect([days(body), body.similar]).toEqual([expected, true])
  })

  it.each(['artist=radiohead', 'artist=raidohead'])('of %s comes in pages', async (query) => {
    const first = await ask(ana, `${query}&limit=1`)
    const second = await ask(ana, `${query}&limit=1&cursor=${first.next_cursor}`)
    expect([...days(first), ...days(second), second.next_cursor]).toEqual(['2016-05-21', '2016-05-20', null])
    const numbered = await ask(ana, `${query}&per_page=1&page=2`)
    expect([days(numbered), numbered.similar]).toEqual([['2016-05-20'], second.similar])
    expect(days(await ask(ana, `${query}&per_page=1&page=3`))).toEqual([])
  })

  it('of my diary is mine alone, and of nobody’s is refused', async () => {
    expect(days(await ask(bo, 'scope=mine&artist=radiohead'))).toEqual([])
    expect(days(await ask(ana, 'scope=mine&artist=radiohaed'))).toHaveLength(2)
    expect((await server.stranger.get('/shows/search?scope=mine')).status).toBe(401)
  })

  it.each(['date=2016-02-30', 'date=yesterday', 'year=16', `artist=${'x'.repeat(301)}`, 'cursor=~nonsense'])(
    'cannot be asked with %s',
    async (query) => {
      expect((await ana.get(`/shows/search?${query}`)).status).toBe(422)
    },
  )
})
