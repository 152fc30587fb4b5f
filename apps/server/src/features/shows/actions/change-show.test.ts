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

const names = (show: { lineup: { artist: { name: string } }[] }) => show.lineup.map((act) => act.artist.name)

describe.each(['put', 'patch'] as const)('changing by %s', (method) => {
  const change = (who: Client, id: string, body: object) => who[method](`/shows/${id}`, body)

  it('leaves what was not sent, and empties what is null', async () => {
    const whole = {
      title: 'T',
      show_time: '21:00',
      notes: 'n',
      rating: 3,
      support: ['S'],
      venue_address: 'A 1',
    }
    const before = await logShow(ana, {
      ...whole,
      artist_name: `Merge ${method}`,
      venue_name: `Hall ${method}`,
    })
    const { body: kept } = await change(ana, before.id, { notes: 'changed' })
    expect(kept).toMatchObject({
      ...before,
      notes: 'changed',
      my_attendance: { notes: 'changed', rating: 3 },
    })
    const nothing = {
      title: null,
      show_time: null,
      notes: null,
      rating: null,
      venue_address: null,
      support: [],
    }
    const { body: emptied } = await change(ana, before.id, nothing)
    expect(emptied).toMatchObject({
      title: null,
      show_time: null,
      starts_at: '2019-12-01T19:00:00.000Z',
      notes: null,
      venue_address: null,
      my_attendance: { rating: null },
    })
    expect(names(emptied)).toEqual([`Merge ${method}`])
    expect((await ana.get(`/shows/${before.id}`)).body).toEqual(emptied)
  })
})

describe('changing a show', () => {
  const change = (who: Client, id: string, body: object) => who.patch(`/shows/${id}`, body)

  it('keeps its bill’s ids where acts stay, in the new order', async () => {
    const before = await logShow(ana, { artist_name: 'H', support: ['A', 'B', 'C'] })
    const { body } = await change(ana, before.id, { artist_name: 'C', support: ['H', 'A', 'New'] })
    expect(names(body)).toEqual(['C', 'H', 'A', 'New'])
    const idOf = (show: typeof before, name: string) =>
      show.lineup.find((act: { artist: { name: string } }) => act.artist.name === name).id
    expect(idOf(body, 'H')).toBe(idOf(before, 'H'))
    expect(idOf(body, 'C')).toBe(idOf(before, 'C'))
  })

  it('moves its moment with day, time and place, also in the diary', async () => {
    const { id } = await logShow(ana, { artist_name: 'Moved', show_time: '20:00' })
    const moved = { show_date: '2019-07-01', show_time: '22:00', venue_city: 'Tokyo', venue_country: 'Japan' }
    const { body } = await change(ana, id, moved)
    expect(body).toMatchObject({
      show_date: '2019-07-01',
      starts_at: '2019-07-01T13:00:00.000Z',
      time_zone: 'Asia/Tokyo',
      venue_name: 'TivoliVredenburg',
      venue_country: 'JP',
    })
    const july = await ana.get('/shows?scope=mine&year=2019&q=Moved')
    expect(july.body.items.map((show: { id: string }) => show.id)).toEqual([id])
    const { rows } = await server.app.pool.query('select starts_at from attendances where show_id = $1', [id])
    expect(rows[0].starts_at).toBe('2019-07-01T13:00:00.000Z')
  })

  it('puts a venue right for everybody under its name, and leaves another alone', async () => {
    const venue = { venue_name: 'Ekko', venue_address: 'Bemuurde Weerd 3' }
    const { id } = await logShow(ana, { ...venue, artist_name: 'First' })
    const other = await logShow(bo, { ...venue, artist_name: 'Second' })
    await change(ana, id, {
      venue_address: 'Bemuurde Weerd WZ 3',
      venue_latitude: 52.0968,
      venue_longitude: 5.1167,
    })
    expect((await bo.get(`/shows/${other.id}`)).body).toMatchObject({
      venue_address: 'Bemuurde Weerd WZ 3',
      venue: { point: { type: 'Point', coordinates: [5.1167, 52.0968] } },
    })
    const { body: elsewhere } = await change(ana, id, { venue_name: 'dB’s', venue_address: 'CAB-Rondom 100' })
    expect(elsewhere).toMatchObject({ venue_address: 'CAB-Rondom 100', venue_latitude: null })
    expect((await bo.get(`/shows/${other.id}`)).body.venue_address).toBe('Bemuurde Weerd WZ 3')
  })

  it('reckons every show of a venue anew when it turns out to lie in another zone', async () => {
    const barn = { venue_name: 'The barn', venue_city: 'Nowhere' }
    const { id } = await logShow(ana, { ...barn, artist_name: 'Here' })
    const other = await logShow(bo, { ...barn, artist_name: 'There', show_time: '21:00' })
    expect(other.starts_at).toBe('2019-12-01T21:00:00.000Z')
    const { body } = await change(ana, id, { venue_latitude: 40.7, venue_longitude: -74 })
    expect(body).toMatchObject({ time_zone: 'America/New_York', starts_at: '2019-12-02T01:00:00.000Z' })
    expect((await bo.get(`/shows/${other.id}`)).body).toMatchObject({
      time_zone: 'America/New_York',
      starts_at: '2019-12-02T02:00:00.000Z',
    })
  })

  it('is for those who attend; notes stay their own', async () => {
    const { id } = await logShow(ana, { artist_name: 'Shared', notes: 'mine' })
    const refused = await change(bo, id, { title: 'Bo was not there' })
    expect([refused.status, refused.body.code]).toEqual([403, 'not_an_attendee'])
    expect((await change(server.stranger, id, { title: 'x' })).status).toBe(401)
    await logShow(bo, { artist_name: 'Shared', notes: 'bo’s' })
    expect((await change(bo, id, { title: 'By Bo', rating: 2 })).body).toMatchObject({
      title: 'By Bo',
      notes: 'bo’s',
    })
    expect((await ana.get(`/shows/${id}`)).body).toMatchObject({
      title: 'By Bo',
      notes: 'mine',
      my_attendance: { rating: null },
    })
    expect((await server.stranger.get(`/shows/${id}`)).body).toMatchObject({
      notes: null,
      my_attendance: null,
    })
  })

  it('cannot make it another show that there is', async () => {
    const first = await logShow(ana, { artist_name: 'Twin' })
    const second = await logShow(ana, { artist_name: 'Twin', show_date: '2019-12-02' })
    const refused = await change(ana, second.id, { show_date: '2019-12-01', notes: 'lost' })
    expect([refused.status, refused.body.code]).toEqual([409, 'show_exists'])
    expect((await ana.get(`/shows/${second.id}`)).body).toEqual(second)
    expect((await change(ana, first.id, { show_date: '2019-12-01', artist_name: 'twin' })).status).toBe(200)
  })

  it('cannot be made two of by two who change at once', async () => {
    const day = (n: number) => `2017-03-${10 + n}`
    const shows = await Promise.all(
      Array.from({ length: 6 }, (_, n) => logShow(ana, { artist_name: 'Race', show_date: day(n) })),
    )
    const answers = await Promise.all(shows.map(({ id }) => change(ana, id, { show_date: '2017-04-01' })))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409, 409, 409])
  })

  it('hides it at once, and shows it again', async () => {
    const { id } = await logShow(ana, { artist_name: 'Hidden' })
    expect((await bo.get(`/shows/${id}`)).status).toBe(200)
    expect((await change(ana, id, { is_public: false })).body.is_public).toBe(false)
    expect((await bo.get(`/shows/${id}`)).status).toBe(404)
    expect((await change(bo, id, { title: 'x' })).status).toBe(404)
    expect((await change(ana, id, { audience: 'public' })).body.my_attendance.audience).toBe('public')
    expect((await bo.get(`/shows/${id}`)).status).toBe(200)
  })
})
