import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { inDays, logShow, spinvis } from '../../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

const count = async (table: string, where = 'true') =>
  Number((await server.app.pool.query(`select count(*) as n from ${table} where ${where}`)).rows[0].n)

describe('writing down a show', () => {
  it('answers with all of it', async () => {
    const { status, body } = await ana.post('/shows', {
      ...spinvis,
      venue_country: 'the netherlands',
      venue_address: 'Vredenburgkade 11',
      show_time: '20:30',
      title: 'Twenty years',
      support: ['De Kift', 'Roos Rebergen', 'de kift'],
      notes: 'Front row',
      rating: 5,
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      artist_name: 'Spinvis',
      venue_name: 'TivoliVredenburg',
      venue_address: 'Vredenburgkade 11',
      venue_country: 'NL',
      venue_latitude: null,
      show_date: '2019-12-01',
      show_time: '20:30',
      starts_at: '2019-12-01T19:30:00.000Z',
      time_zone: 'Europe/Amsterdam',
      title: 'Twenty years',
      notes: 'Front row',
      is_public: true,
      venue: { point: null, time_zone: 'Europe/Amsterdam' },
      cover: null,
      my_attendance: { state: 'attended', rsvp: null, method: 'manual', rating: 5, audience: 'public' },
      counts: { photos: 0, audio: 0, videos: 0, comments: 0, songs: 0, attendees: 1 },
    })
    const bill = body.lineup.map((act: { position: number; artist: { name: string } }) => [
      act.position,
      act.artist.name,
    ])
    expect(bill).toEqual([
      [1, 'Spinvis'],
      [2, 'De Kift'],
      [3, 'Roos Rebergen'],
    ])
    expect(body.artist).toEqual(body.lineup[0].artist)
    expect((await ana.get(`/shows/${body.id}`)).body).toEqual(body)
  })

  it('takes B’s names, and a point as GeoJSON', async () => {
    const { body } = await ana.post('/shows', {
      artist_name: 'Boris',
      venue_name: 'Shelter',
      date: '2018-04-01T00:00:00Z',
      time: '19:00:00',
      venue_location: { type: 'Point', coordinates: [139.7, 35.69] },
    })
    expect(body).toMatchObject({
      show_date: '2018-04-01',
      show_time: '19:00',
      venue_longitude: 139.7,
      venue_latitude: 35.69,
      time_zone: 'Asia/Tokyo',
      starts_at: '2018-04-01T10:00:00.000Z',
    })
    const known = await logShow(ana, { artist_name: 'Boris', venue_location: 'Behind the station' })
    expect(known.venue_address).toBe('Vredenburgkade 11')
    const unknown = await logShow(ana, { venue_name: 'The shed', venue_location: 'Behind the station' })
    expect(unknown.venue_address).toBe('Behind the station')
  })

  it('is going while it is to come, with the audience of one’s own choice or habit', async () => {
    const coming = { artist_name: 'Later', show_date: inDays(30) }
    expect((await logShow(ana, coming)).my_attendance).toMatchObject({ state: 'going', rsvp: 'going' })
    expect((await logShow(ana, { artist_name: 'P', is_public: false })).my_attendance.audience).toBe(
      'private',
    )
    expect((await logShow(ana, { artist_name: 'F', audience: 'friends' })).is_public).toBe(false)
    await bo.patch('/users/me', { default_audience: 'friends' })
    expect((await logShow(bo, { artist_name: 'D' })).my_attendance.audience).toBe('friends')
    expect((await logShow(bo, { artist_name: 'E', is_public: true })).is_public).toBe(true)
    await bo.patch('/users/me', { default_audience: 'public' })
  })
})

describe('times at the venue', () => {
  const start = async (venue: object) => {
    const artist_name = JSON.stringify(venue).slice(0, 200)
    const show = await logShow(ana, { artist_name, venue_name: artist_name, ...venue })
    return [show.starts_at, show.time_zone]
  }

  it.each([
    ['a winter evening', { show_time: '20:00' }, '2019-12-01T19:00:00.000Z', 'Europe/Amsterdam'],
    ['no time: eight', {}, '2019-12-01T19:00:00.000Z', 'Europe/Amsterdam'],
    ['summer', { show_date: '2019-07-01' }, '2019-07-01T18:00:00.000Z', 'Europe/Amsterdam'],
    [
      'the hour that is skipped',
      { show_date: '2019-03-31', show_time: '02:30' },
      '2019-03-31T01:30:00.000Z',
      'Europe/Amsterdam',
    ],
    [
      'the hour that comes twice',
      { show_date: '2019-10-27', show_time: '02:30' },
      '2019-10-27T00:30:00.000Z',
      'Europe/Amsterdam',
    ],
    [
      'another country’s town',
      { venue_country: 'South Africa' },
      '2019-12-01T18:00:00.000Z',
      'Africa/Johannesburg',
    ],
    [
      'a town as people say it',
      { venue_city: 'New York', venue_country: 'USA' },
      '2019-12-02T01:00:00.000Z',
      'America/New_York',
    ],
    [
      'accents do not matter',
      { venue_city: 'koln', venue_country: 'DE' },
      '2019-12-01T19:00:00.000Z',
      'Europe/Berlin',
    ],
    [
      'a point wins',
      { venue_latitude: 35.69, venue_longitude: 139.7 },
      '2019-12-01T11:00:00.000Z',
      'Asia/Tokyo',
    ],
    ['nowhere known', { venue_city: 'Zwevezele', venue_country: 'BE' }, '2019-12-01T20:00:00.000Z', 'UTC'],
  ])('%s', async (_, venue, moment, zone) => {
    expect(await start(venue)).toEqual([moment, zone])
  })

  it('falls back to the zone of whoever writes', async () => {
    const [cai] = await server.people('cai')
    await cai.patch('/users/me', { time_zone: 'America/Lima' })
    const show = await logShow(cai, { venue_name: 'The barn', venue_city: 'Zwevezele', artist_name: 'Cai' })
    expect([show.time_zone, show.starts_at]).toEqual(['America/Lima', '2019-12-02T01:00:00.000Z'])
  })

  it('are reckoned anew for all shows of a venue once somebody knows where it is', async () => {
    const cave = { venue_name: 'The cave', venue_city: 'Zwevezele', venue_country: 'BE' }
    const first = await logShow(ana, { ...cave, artist_name: 'One', show_time: '21:00' })
    const second = await logShow(ana, { ...cave, artist_name: 'Two', show_date: '2019-07-01' })
    expect([first.time_zone, second.time_zone]).toEqual(['UTC', 'UTC'])
    await logShow(bo, { ...cave, artist_name: 'Three', venue_latitude: 51.03, venue_longitude: 3.21 })
    expect((await ana.get(`/shows/${first.id}`)).body).toMatchObject({
      time_zone: 'Europe/Brussels',
      starts_at: '2019-12-01T20:00:00.000Z',
      venue_latitude: 51.03,
    })
    expect((await ana.get(`/shows/${second.id}`)).body.starts_at).toBe('2019-07-01T18:00:00.000Z')
    const { rows } = await server.app.pool.query('select starts_at from attendances where show_id = $1', [
      second.id,
    ])
    expect(rows).toEqual([{ starts_at: '2019-07-01T18:00:00.000Z' }])
  })
})

describe('the same concert', () => {
  const night = { artist_name: 'Beach House', venue_name: 'Paradiso', venue_city: 'Amsterdam' }
  const at = (latitude: number, longitude: number) => ({
    venue_latitude: latitude,
    venue_longitude: longitude,
  })

  it('is one show, whatever the case and accents', async () => {
    const one = await logShow(ana, night)
    const again = await bo.post('/shows', {
      ...spinvis,
      ...night,
      artist_name: 'BEÁCH house',
      venue_name: 'paradiso',
    })
    expect([again.status, again.body.id, again.body.artist_name]).toEqual([201, one.id, 'Beach House'])
    expect(again.body.counts.attendees).toBe(2)
  })

  it('written down twice is answered with what is there, filled in', async () => {
    const night = { artist_name: 'Low', notes: 'Quiet' }
    const { id } = await logShow(ana, night)
    const again = await ana.post('/shows', {
      ...spinvis,
      artist_name: 'Low',
      notes: 'Loud',
      rating: 4,
      show_time: '21:00',
      title: 'Late',
      support: ['Nadine'],
      is_public: false,
    })
    expect(again.status).toBe(200)
    expect(again.body).toMatchObject({
      id,
      notes: 'Quiet',
      title: 'Late',
      show_time: '21:00',
      starts_at: '2019-12-01T20:00:00.000Z',
      my_attendance: { rating: 4, audience: 'public' },
    })
    expect(again.body.lineup).toHaveLength(2)
    const third = await ana.post('/shows', {
      ...spinvis,
      artist_name: 'Low',
      rating: 1,
      show_time: '22:00',
      support: ['Other'],
    })
    expect(third.body).toEqual(again.body)
  })

  it('is found at a point within 300 m under another name, and not beyond', async () => {
    const dome = { artist_name: 'Sunn O)))', venue_name: 'The Dome', ...at(52.3622, 4.8838) }
    const { id } = await logShow(ana, dome)
    expect((await logShow(bo, { ...dome, venue_name: 'Dome Club', ...at(52.3622, 4.8879) })).id).toBe(id)
    expect((await logShow(bo, { ...dome, venue_name: 'Far Club', ...at(52.3622, 4.8888) })).id).not.toBe(id)
    expect((await logShow(bo, { ...dome, show_date: '2019-12-02' })).id).not.toBe(id)
    expect((await logShow(bo, { ...dome, artist_name: 'Earth' })).id).not.toBe(id)
  })

  it.each([
    ['of new artists at new venues', false],
    ['of known artists at known venues', true],
  ])('stays one when twenty people write it down at once: %s', async (_, known) => {
    const name = (what: string) => `${what} ${known}`
    const bill = { artist_name: name('Crowd Pleasers'), support: [name('Left'), name('Right')] }
    const arena = (n: number) => ({
      ...bill,
      venue_name: name(`Arena ${n % 4}`),
      ...at(52.03, 5.08 + n / 100_000),
    })
    if (known)
      for (const n of [0, 1, 2, 3]) await logShow(ana, { ...arena(n), show_date: `2018-01-0${n + 1}` })
    const names = Array.from({ length: 20 }, (_, n) => `crowd${n}-${known}`)
    const crowd = await server.people(...names)
    const answers = await Promise.all(
      crowd.map((person, n) =>
        person.post('/shows', {
          ...spinvis,
          ...arena(n),
          support: n % 2 === 0 ? bill.support : bill.support.toReversed(),
        }),
      ),
    )
    expect(answers.map((answer) => answer.status)).toEqual(crowd.map(() => 201))
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    expect(await count('artists', `name in ('Left ${known}', 'Right ${known}')`)).toBe(2)
  })

  it('stays one in one diary when one person sends it twenty times', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ana.post('/shows', { ...spinvis, artist_name: 'Impatient' })),
    )
    const statuses = answers.map((answer) => answer.status).sort()
    expect(statuses).toEqual([...Array(19).fill(200), 201])
    expect(new Set(answers.map((answer) => answer.body.my_attendance.id)).size).toBe(1)
  })

  it('waits for one that is just being deleted, and is then made anew', async () => {
    const racers = Array.from({ length: 12 }, async (_, n) => {
      const night = { artist_name: 'Come and go', show_date: `2016-01-${10 + n}` }
      const { id } = await logShow(ana, night)
      const [gone, logged] = await Promise.all([
        ana.delete(`/shows/${id}`),
        bo.post('/shows', { ...spinvis, ...night }),
      ])
      expect([gone.status, logged.status]).toEqual([204, 201])
      expect((await bo.get(`/shows/${logged.body.id}`)).body.counts.attendees).toBe(1)
    })
    await Promise.all(racers)
  })
})

describe('56: an Idempotency-Key', () => {
  it('makes one show of twenty requests and refuses another body', async () => {
    const send = (show: object) =>
      ana.post('/shows', { ...spinvis, ...show }, { 'idempotency-key': 'a key of my own' })
    const keyed = { artist_name: 'Keyed', notes: 'once' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(keyed)))
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(201))
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body)
    expect(await count('attendances', "notes = 'once'")).toBe(1)
    const other = await send({ artist_name: 'Another' })
    expect([other.status, other.body.code]).toEqual([409, 'idempotency_conflict'])
    expect(await count('artists', "name = 'Another'")).toBe(0)
  })
})
