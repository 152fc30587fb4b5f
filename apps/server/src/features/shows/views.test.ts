import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { inDays, logShow } from '../../../test/shows.ts'

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
    { artist_name: '100% Wolf', venue_name: 'Vera', venue_city: 'Groningen', show_date: '2023-01-01' },
    { artist_name: 'Aurora', venue_name: 'Vera', venue_city: 'Groningen', show_date: inDays(20) },
    {
      artist_name: 'Múm',
      venue_name: 'Ekko',
      show_date: inDays(40),
      title: 'Festival of Lights',
      support: ['Björk Jr'],
    },
  ]
  for (const show of shows) await logShow(ana, show)
  await logShow(bo, {
    artist_name: 'Only Bo',
    venue_name: 'Vera',
    venue_city: 'Groningen',
    show_date: '2020-02-29',
  })
})
afterAll(() => server.stop())

const list = async (who: Client, path: string): Promise<string[]> => {
  const { status, body } = await who.get(path)
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body.items.map((show: { artist_name: string }) => show.artist_name)
}

describe('lists', () => {
  it('hold what everybody may see, newest first', async () => {
    const newest = ['Múm', 'Aurora', '100% Wolf', 'Sigur Rós', 'Sigur Rós', 'Björk', 'Only Bo']
    expect(await list(server.stranger, '/shows')).toEqual(newest)
    expect(await list(bo, '/shows?order=oldest')).toEqual(newest.toReversed())
  })

  it('of my diary hold my shows', async () => {
    expect(await list(bo, '/shows?scope=mine')).toEqual(['Only Bo'])
    expect(await list(ana, '/shows?scope=mine&order=oldest&limit=2')).toEqual(['Björk', 'Sigur Rós'])
    const stranger = await server.stranger.get('/shows?scope=mine')
    expect([stranger.status, stranger.body.code]).toEqual([401, 'unauthenticated'])
  })

  it('of a person hold hers', async () => {
    expect(await list(server.stranger, `/shows/user/${bo.id}`)).toEqual(['Only Bo'])
    expect((await list(bo, `/shows/user/${ana.id}`)).length).toBe(6)
    expect(await list(ana, `/shows/user/${ana.id}?city=amsterdam`)).toEqual(['Sigur Rós'])
    expect((await ana.get(`/shows/user/${bo.id.replace(/.$/, '0')}0`)).status).toBe(404)
    expect((await ana.get('/shows/user/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10')).status).toBe(404)
  })

  it('part into what is to come, soonest first, and what is over', async () => {
    expect(await list(server.stranger, '/shows/upcoming')).toEqual(['Aurora', 'Múm'])
    expect(await list(ana, '/shows/upcoming?scope=mine&order=newest')).toEqual(['Múm', 'Aurora'])
    expect(await list(bo, '/shows/upcoming?scope=mine')).toEqual([])
    expect((await list(server.stranger, '/shows/past'))[0]).toBe('100% Wolf')
    expect(await list(bo, '/shows/past?scope=mine')).toEqual(['Only Bo'])
  })

  it('count a show as to come until it is over', async () => {
    const start = async (hours: number, ends: string | null) => {
      const moment = `now() - interval '${hours} hours'`
      const end = ends === null ? 'null' : `now() + interval '${ends}'`
      await server.app.pool.query(
        `update shows set starts_at = ${moment}, ends_at = ${end} where title = 'Festival of Lights'`,
      )
      return (await list(ana, '/shows/upcoming?scope=mine')).includes('Múm')
    }
    expect(await start(3.9, null)).toBe(true)
    expect(await start(4.1, null)).toBe(false)
    expect(await start(20 * 24, '1 hour')).toBe(true)
    expect(await start(3, '-1 hour')).toBe(false)
    await server.app.pool.query(
      "update shows set starts_at = now() + interval '40 days', ends_at = null where title = 'Festival of Lights'",
    )
  })

  it('of years count my own shows', async () => {
    const { body } = await ana.get('/shows/years')
    const past = body.items.filter(({ year }: { year: number }) => year < 2024)
    expect(past).toEqual([
      { year: 2023, shows: 1 },
      { year: 2022, shows: 2 },
      { year: 2021, shows: 1 },
    ])
    expect((await server.stranger.get('/shows/years')).status).toBe(401)
  })
})

describe('filters', () => {
  it.each([
    ['artist=sigur', ['Sigur Rós', 'Sigur Rós']],
    ['artist=ROS', ['Sigur Rós', 'Sigur Rós']],
    ['artist=björk', ['Múm', 'Björk']],
    ['venue=harpa', ['Sigur Rós', 'Björk']],
    ['city=reykjavik', ['Sigur Rós', 'Björk']],
    ['year=2022', ['Sigur Rós', 'Sigur Rós']],
    ['year=2023', ['100% Wolf']],
    ['artist=sigur&city=amsterdam&year=2022', ['Sigur Rós']],
    ['q=lights', ['Múm']],
    ['q=ver&year=2020', ['Only Bo']],
    ['q=amsterdam', ['Sigur Rós']],
    ['q=wolf', ['100% Wolf']],
    ['q=0%25%20w', ['100% Wolf']],
    ['artist=%25', ['100% Wolf']],
    ['artist=_', []],
    ['artist=%5C', []],
    ["q=';drop table shows--", []],
  ])('%s', async (filter, artists) => {
    expect(await list(server.stranger, `/shows?${filter}`)).toEqual(artists)
  })

  it('hold in every list', async () => {
    expect(await list(ana, '/shows?scope=mine&q=groningen&order=oldest')).toEqual(['100% Wolf', 'Aurora'])
    expect(await list(ana, '/shows/past?scope=mine&q=groningen')).toEqual(['100% Wolf'])
    expect(await list(ana, '/shows/upcoming?artist=aurora')).toEqual(['Aurora'])
  })
})

describe('pages', () => {
  const walk = async (path: string) => {
    const ids: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await ana.get(`${path}${cursor === '' ? '' : `&cursor=${cursor}`}`)
      ids.push(...body.items.map((show: { id: string }) => show.id))
      cursor = body.next_cursor
    }
    return ids
  }

  it.each([
    '/shows?limit=2',
    '/shows?limit=3&order=oldest',
    '/shows?scope=mine&limit=1',
    '/shows/past?limit=5',
  ])('of %s are the whole, each once', async (path) => {
    const whole = (await ana.get(path.replace(/limit=\d/, 'limit=100'))).body
    expect(whole.next_cursor).toBe(null)
    expect(await walk(path)).toEqual(whole.items.map((show: { id: string }) => show.id))
  })

  it('tell apart shows of the same moment', async () => {
    for (const artist of ['a', 'b', 'c', 'd', 'e']) {
      await logShow(ana, { artist_name: `Same ${artist}`, show_date: '2001-01-01' })
    }
    const ids = await walk('/shows?year=2001&limit=2')
    expect([ids.length, new Set(ids).size]).toEqual([5, 5])
  })

  it('can be numbered', async () => {
    const all = await list(ana, '/shows')
    expect(await list(ana, '/shows?page=2&per_page=3')).toEqual(all.slice(3, 6))
    expect(await list(ana, '/shows?page=100&per_page=100')).toEqual([])
  })

  it('of more than fifty shows go on', async () => {
    await server.app.pool.query(
      `with made as (insert into shows (id, venue_id, headliner_id, show_date, starts_at, time_zone)
          select gen_random_uuid(), venue_id, headliner_id, date '1990-01-01' + n, timestamptz '1990-01-01 19:00Z' + n * interval '1 day', 'UTC'
          from generate_series(1, 120) n, (select venue_id, headliner_id from shows limit 1) s returning *),
        bill as (insert into performances (id, show_id, artist_id, position) select gen_random_uuid(), id, headliner_id, 1 from made)
      insert into attendances (id, show_id, person_id, state, audience, starts_at)
        select gen_random_uuid(), id, $1, 'attended', 'public', starts_at from made`,
      [ana.id],
    )
    for (const limit of [19, 20, 21, 100]) {
      expect((await walk(`/shows?year=1990&limit=${limit}`)).length).toBe(120)
    }
  })
})
