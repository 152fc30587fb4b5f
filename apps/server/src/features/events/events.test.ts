import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { evening, makeEvent } from '../../../test/events.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { inDays, logShow } from '../../../test/shows.ts'

let server: TestServer
let org: Client
let other: Client
let ana: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[org, other, ana] = await server.people('org', 'other', 'ana')
  await appoint(server, 'organizer', org, other)
})
afterAll(() => server.stop())

const sql = async (text: string, values: unknown[] = []) => (await server.app.pool.query(text, values)).rows
const titles = (body: { items: { title: string }[] }) => body.items.map(({ title }) => title)
const at = (longitude: number, latitude: number) => ({
  location: { type: 'Point', coordinates: [longitude, latitude] },
})

describe('an event', () => {
  it('is a show with an organiser, at the clocks of its point', async () => {
    const made = await makeEvent(org, {
      title: 'By the sea',
      ...at(-122.42, 37.77),
      location_address: 'Pier 7, San Francisco',
      date: '2031-01-01T04:30:00.000Z',
      doors_at: '2031-01-01T03:30:00.000Z',
      capacity: 50,
      artists: ['Support Act', 'Second', 'support act'],
    })
    expect(made).toMatchObject({
      title: 'By the sea',
      artist_name: 'Support Act',
      venue_name: 'Pier 7',
      show_date: '2030-12-31',
      show_time: '20:30',
      time_zone: 'America/Los_Angeles',
      date: '2031-01-01T04:30:00.000Z',
      ends_at: '2031-01-01T08:30:00.000Z',
      arrival_opens_at: '2031-01-01T01:30:00.000Z',
      seats_left: 50,
      geofence_radius: 200,
      visibility: 'public',
      my_role: 'owner',
      my_rsvp: null,
      event: true,
      organizer: { username: 'org' },
    })
    expect(made.lineup).toHaveLength(2)
    const show = (await server.stranger.get(`/shows/${made.id}`)).body
    expect([show.id, show.event, show.artist_name]).toEqual([made.id, true, 'Support Act'])
  })

  it('needs no artist: it goes by its title', async () => {
    const made = await makeEvent(org, { title: 'Jumble sale with songs' })
    expect([made.artist, made.artist_name, made.lineup]).toEqual([null, 'Jumble sale with songs', []])
    const { body } = await ana.get('/search?q=jumble')
    expect(body.shows.items[0]).toMatchObject({ id: made.id, artist_name: 'Jumble sale with songs' })
    await ana.post(`/shows/${made.id}/checkin`)
    await ana.post(`/shows/${made.id}/setlist`, { song_name: 'Overture' })
    expect((await ana.get(`/shows/${made.id}/setlist`)).body.items[0].artist_name).toBe(
      'Jumble sale with songs',
    )
    for (const path of ['/dashboard/calendar', `/venues/${made.venue.id}`, '/shows?scope=mine'])
      expect((await ana.get(path)).status, path).toBeLessThan(300)
    expect((await org.patch(`/shows/${made.id}`, { title: null })).status).toBe(422)
    const named = await org.patch(`/events/${made.id}`, { artists: ['Somebody'] })
    expect(named.body.artist_name).toBe('Somebody')
    expect((await org.patch(`/events/${made.id}`, { artists: [] })).body.artist).toBe(null)
  })

  it.each([
    ['doors_at', { doors_at: `${inDays(8)}T19:00:00.000Z` }],
    ['doors_at', { doors_at: `${inDays(5)}T19:00:00.000Z` }],
    ['ends_at', { ends_at: `${inDays(6)}T19:00:00.000Z` }],
    ['ends_at', { ends_at: `${inDays(60)}T19:00:00.000Z` }],
    ['date', { date: '2026-02-30T19:00:00.000Z' }],
    ['date', { date: '2026-02-20' }],
    ['location', { location: undefined }],
    ['location.coordinates.1', at(5, 91)],
    ['geofence_radius', { geofence_radius: 24 }],
    ['capacity', { capacity: 0 }],
    ['title', { title: ' ' }],
  ])('is refused with a wrong %s', async (field, wrong) => {
    const { status, body } = await org.post('/events', { ...evening(), ...wrong })
    expect([status, body.errors?.[0]?.field]).toEqual([422, field])
  })

  it('23: is made by organisers, moderators and admins, and by nobody else', async () => {
    const ladder = await server.people('plain', 'organiser', 'moderator', 'admin')
    const [plain, ...others] = ladder
    for (const [n, role] of ['organizer', 'moderator', 'admin'].entries())
      await appoint(server, role, others[n] as Client)
    const statuses = await Promise.all(
      ladder.map(async (who, n) => (await who.post('/events', { ...evening(), title: `Rung ${n}` })).status),
    )
    expect(statuses).toEqual([403, 201, 201, 201])
    expect((await server.stranger.post('/events', evening())).status).toBe(401)
    const { id } = await makeEvent(org)
    expect((await plain.post(`/events/${id}/duplicate`, { date: evening().date })).status).toBe(403)
  })

  it('becomes of what people have written down, and keeps them', async () => {
    const night = { artist_name: 'Adopted', venue_name: 'Club', venue_city: 'Utrecht', show_date: inDays(7) }
    const { id } = await logShow(ana, { ...night, venue_latitude: 52.0932, venue_longitude: 5.1134 })
    await ana.patch(`/shows/${id}`, { notes: 'mine' })
    const made = await makeEvent(org, { artists: ['adopted'], title: 'Adopted live', ...at(5.1136, 52.0934) })
    expect([made.id, made.rsvp_counts.going]).toEqual([id, 1])
    const hers = (await ana.get(`/shows/${id}`)).body
    expect([hers.title, hers.notes, hers.event]).toEqual(['Adopted live', 'mine', true])
    expect((await ana.patch(`/shows/${id}`, { title: 'Hers' })).body.code).toBe('staff_only')
    const again = await other.post('/events', { ...evening(), artists: ['Adopted'], title: 'x' })
    expect([again.status, again.body.code, again.body.show_id]).toEqual([409, 'show_exists', id])
    await org.patch(`/events/${id}`, { visibility: 'private' })
    await sql('delete from attendances where show_id = $1', [id])
    const hidden = await other.post('/events', { ...evening(), artists: ['Adopted'], title: 'x' })
    expect([hidden.status, hidden.body.show_id]).toEqual([409, undefined])
  })

  it.each([
    ['by its headliner', { artists: ['Twenty at once'] }],
    ['by its title', { title: 'Twenty at once, unnamed' }],
  ])('56: made by twenty at once, and written down meanwhile, is one, %s', async (_how, fields) => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 4 === 0 && 'artists' in fields
          ? ana.post('/shows', {
              artist_name: fields.artists[0],
              venue_name: 'Vredenburgkade 11',
              show_date: inDays(7),
              venue_latitude: 52.0932,
              venue_longitude: 5.1134,
            })
          : (n % 2 ? org : other).post('/events', { ...evening(), ...fields }),
      ),
    )
    const made = answers.filter(({ status }) => status < 300)
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
    for (const { status } of answers) expect([200, 201, 409]).toContain(status)
    expect(answers.filter(({ status, body }) => status === 201 && 'organizer' in body)).toHaveLength(1)
  })
})

describe('finding events', () => {
  it('gives the nearest first, page by page, and how far they are', async () => {
    const far = [0, 0.02, 0.01, 0.03, 0.5]
    for (const [n, east] of far.entries())
      await makeEvent(org, { title: `Near ${n}`, ...at(20 + east, 10), category: 'Compass' })
    const here = '/events?near=10,20&category=compass'
    expect(titles((await ana.get(here)).body)).toEqual(['Near 0', 'Near 2', 'Near 1', 'Near 3'])
    expect(titles((await ana.get(`${here}&radius_km=60`)).body)).toHaveLength(5)
    const first = (await ana.get(`${here}&limit=3`)).body
    const second = (await ana.get(`${here}&limit=3&cursor=${first.next_cursor}`)).body
    expect([...titles(first), ...titles(second)]).toEqual(['Near 0', 'Near 2', 'Near 1', 'Near 3'])
    expect(second.next_cursor).toBe(null)
    expect(first.items[1].distance_m).toBeCloseTo(1096, 0)
    expect((await ana.get(`${here}&cursor=${Buffer.from('x').toString('base64url')}`)).status).toBe(422)
  })

  it('goes by days of the venue, and by what is still to come', async () => {
    const dates = ['2032-03-01T11:00:00.000Z', '2032-03-02T09:30:00.000Z', '2032-03-02T11:30:00.000Z']
    for (const [n, date] of dates.entries())
      await makeEvent(org, { title: `Kiritimati ${n}`, ...at(-157.4, 1.87), date, category: 'Island' })
    const on = async (days: string) => titles((await ana.get(`/events?category=island&${days}`)).body)
    // 14 hours ahead of UTC
    expect(await on('from=2032-03-02&to=2032-03-02')).toEqual(['Kiritimati 0', 'Kiritimati 1'])
    expect(await on('from=2032-03-03')).toEqual(['Kiritimati 2'])
    const running = await makeEvent(org, { title: 'Running', category: 'Island' })
    const over = await makeEvent(org, { title: 'Over', category: 'Island' })
    await sql(`update shows set starts_at = now() - interval '3 hours' where id = $1`, [running.id])
    await sql(`update shows set starts_at = now() - interval '5 hours' where id = $1`, [over.id])
    expect(await on('limit=100')).toEqual(['Running', 'Kiritimati 0', 'Kiritimati 1', 'Kiritimati 2'])
  })

  it('reaches across the date line, on the map and in the list', async () => {
    await makeEvent(org, { title: 'East of it', ...at(179.5, -17) })
    await makeEvent(org, { title: 'West of it', ...at(-179.5, -17) })
    for (const path of ['/events', '/events/map']) {
      const both = titles((await ana.get(`${path}?bbox=179,-18,-179,-16`)).body)
      expect(both.toSorted()).toEqual(['East of it', 'West of it'])
      expect(titles((await ana.get(`${path}?bbox=179,-18,180,-16`)).body)).toEqual(['East of it'])
    }
    expect((await ana.get('/events?bbox=1,2,3')).status).toBe(422)
    expect((await ana.get('/events?bbox=1,2,3,1')).status).toBe(422)
  })

  it('finds by words, in order of time', async () => {
    await makeEvent(org, { title: 'Xylophone later', date: `${inDays(9)}T19:00:00.000Z` })
    await makeEvent(org, { title: 'Xylophone soon', date: `${inDays(3)}T19:00:00.000Z` })
    expect(titles((await ana.get('/events?q=xylo')).body)).toEqual(['Xylophone soon', 'Xylophone later'])
    const paged = (await ana.get('/events?q=xylo&limit=1')).body
    expect(titles((await ana.get(`/events?q=xylo&limit=1&cursor=${paged.next_cursor}`)).body)).toEqual([
      'Xylophone later',
    ])
    expect((await ana.get('/events?rsvp=mine')).status).toBe(200)
    expect((await server.stranger.get('/events?rsvp=mine')).status).toBe(401)
  })

  it('41: orders and filters are a closed list', async () => {
    for (const query of [
      'order=title',
      'order=date;--',
      'rsvp=theirs',
      'near=1,2,3',
      'near=91,0',
      'from=soon',
    ])
      expect((await ana.get(`/events?${query}`)).status, query).toBe(422)
  })
})
