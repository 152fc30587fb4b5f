import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { evening, makeEvent } from '../../../test/events.ts'
import { addPhoto } from '../../../test/photos.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { inDays } from '../../../test/shows.ts'

let server: TestServer
let org: Client
let second: Client
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[org, second, ana, bo] = await server.people('org', 'second', 'ana', 'bo')
  await appoint(server, 'organizer', org, second)
})
afterAll(() => server.stop())

const sql = async (text: string, values: unknown[] = []) => (await server.app.pool.query(text, values)).rows
const go = (who: Client, id: string, status = 'going') => who.post(`/events/${id}/rsvp`, { status })
/** What somebody was told of an event, the latest first. */
const toldTo = async (who: Client, kind: string): Promise<string[]> =>
  (await who.get('/notifications?limit=100')).body.items
    .filter((one: { kind: string }) => one.kind === kind)
    .map((one: { text: string }) => one.text)

describe('a change', () => {
  it('tells those who answered of another time or place, and of nothing else', async () => {
    const { id, title } = await makeEvent(org)
    await Promise.all([go(ana, id), go(bo, id, 'maybe'), go(second, id, 'no')])
    await org.patch(`/events/${id}`, { description: 'New words', title: `${title}!`, category: 'folk' })
    expect(await toldTo(ana, 'event_changed')).toEqual([])
    const moved = await org.put(`/events/${id}`, { date: `${inDays(8)}T18:00:00.000Z` })
    expect(moved.body.date).toBe(`${inDays(8)}T18:00:00.000Z`)
    expect(await toldTo(ana, 'event_changed')).toEqual([`Changed: ${title}!`])
    expect(await toldTo(bo, 'event_changed')).toHaveLength(1)
    for (const nobody of [second, org]) expect(await toldTo(nobody, 'event_changed')).toEqual([])
    const revisions = (await ana.get(`/shows/${id}/revisions`)).body.items
    expect(revisions[0].changes.map((change: { field: string }) => change.field)).toEqual([
      'show_date',
      'show_time',
    ])
  })

  it('moves doors and end along, and the place of a venue that only follows from it', async () => {
    const made = await makeEvent(org, {
      date: `${inDays(7)}T19:00:00.000Z`,
      doors_at: `${inDays(7)}T18:00:00.000Z`,
      ends_at: `${inDays(7)}T23:00:00.000Z`,
    })
    const { body } = await org.patch(`/events/${made.id}`, { date: `${inDays(9)}T20:00:00.000Z` })
    expect([body.doors_at, body.ends_at]).toEqual([
      `${inDays(9)}T19:00:00.000Z`,
      `${inDays(10)}T00:00:00.000Z`,
    ])
    const wrong = await org.patch(`/events/${made.id}`, { ends_at: `${inDays(9)}T19:00:00.000Z` })
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'ends_at'])
    const elsewhere = await org.patch(`/events/${made.id}`, {
      location: { type: 'Point', coordinates: [-0.12, 51.5] },
      location_address: 'The Strand 1, London',
    })
    expect(elsewhere.body).toMatchObject({ venue_name: 'The Strand 1', time_zone: 'Europe/London' })
    expect(elsewhere.body.date).toBe(body.date)
    const named = await org.patch(`/events/${made.id}`, { venue_name: 'The Savoy' })
    expect(named.body.venue_name).toBe('The Savoy')
    const kept = await org.patch(`/events/${made.id}`, { location_address: 'Elsewhere 2, London' })
    expect(kept.body.venue_name).toBe('The Savoy')
  })

  it('by its show works for staff, and keeps what only an event has', async () => {
    const made = await makeEvent(org, { artists: ['Someone'], ends_at: `${inDays(8)}T01:00:00.000Z` })
    const { status, body } = await org.patch(`/shows/${made.id}`, {
      show_date: inDays(10),
      show_time: '21:00',
    })
    expect([status, body.show_date, body.show_time]).toEqual([200, inDays(10), '21:00'])
    const after = (await org.get(`/events/${made.id}`)).body
    expect(Date.parse(after.ends_at) - Date.parse(after.date)).toBe(6 * 3_600_000)
    expect((await org.patch(`/shows/${made.id}`, { title: null })).body.errors[0].field).toBe('title')
    await org.put(`/events/${made.id}/staff/${bo.id}`, { role: 'editor' })
    expect((await bo.patch(`/shows/${made.id}`, { title: 'By an editor' })).status).toBe(200)
    expect((await ana.patch(`/shows/${made.id}`, { title: 'By anybody' })).body.code).toBe('staff_only')
  })

  it('to what is another event already is refused, for all who try at once', async () => {
    const [one, two] = [
      await makeEvent(org, { title: 'The one' }),
      await makeEvent(org, { title: 'The other' }),
    ]
    const both = await Promise.all([
      org.patch(`/events/${two.id}`, { title: 'The one' }),
      org.patch(`/events/${one.id}`, { title: 'The other' }),
    ])
    expect(both.map(({ status }) => status)).toEqual([409, 409])
    const third = await makeEvent(org, { title: 'A third' })
    const raced = await Promise.all(
      [one, two, third].map(({ id }) => org.patch(`/events/${id}`, { title: 'Raced' })),
    )
    expect(raced.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  })

  it('lets in who waits when there are more seats', async () => {
    const { id } = await makeEvent(org, { capacity: 1 })
    await go(ana, id)
    expect((await go(bo, id)).body).toEqual({ status: 'waitlist', position: 1 })
    const seen = (await bo.get(`/events/${id}`)).body
    expect([seen.my_rsvp, seen.seats_left]).toEqual([{ status: 'waitlist', position: 1 }, 0])
    expect((await org.patch(`/events/${id}`, { capacity: 2 })).body.rsvp_counts).toMatchObject({
      going: 2,
      waitlist: 0,
    })
    expect((await bo.get(`/events/${id}`)).body.my_rsvp.status).toBe('going')
  })

  it('is told to followers once, when a draft is published', async () => {
    const { id } = await makeEvent(org, { visibility: 'private' })
    const told = () =>
      sql(`select audience from activities where show_id = $1 and type = 'EVENT_CREATED'`, [id])
    expect(await told()).toEqual([])
    for (const visibility of ['friends', 'private', 'public'])
      await org.patch(`/events/${id}`, { visibility })
    expect(await told()).toHaveLength(1)
  })
})

describe('an event that is called off', () => {
  it('tells everybody who answered, once, and can take place after all', async () => {
    const { id, title } = await makeEvent(org)
    await go(ana, id)
    await go(bo, id, 'maybe')
    const answers = await Promise.all(
      [1, 2, 3].map(() => org.post(`/events/${id}/cancel`, { reason: 'Lost voice' })),
    )
    expect(answers.map(({ status, body }) => [status, body.status])).toEqual(
      Array(3).fill([200, 'cancelled']),
    )
    for (const who of [ana, bo])
      expect(await toldTo(who, 'event_cancelled')).toEqual([`Called off: ${title}: Lost voice`])
    expect((await server.stranger.get(`/events/${id}`)).body.cancel_reason).toBe('Lost voice')
    expect((await go(second, id)).body.code).toBe('event_cancelled')
    expect((await ana.post(`/events/${id}/cancel`)).body.code).toBe('staff_only')
    const back = await org.post(`/events/${id}/reinstate`)
    expect([back.body.status, back.body.cancel_reason, back.body.cancelled_at]).toEqual([
      'scheduled',
      null,
      null,
    ])
    expect((await toldTo(ana, 'event_changed'))[0]).toContain('It takes place after all')
  })

  it('or withdrawn stays in diaries as a show, without a word of its organiser', async () => {
    const made = await makeEvent(org, { title: 'Withdrawn', description: 'secret', capacity: 9 })
    await go(ana, made.id)
    await go(bo, made.id, 'maybe')
    expect((await ana.delete(`/events/${made.id}`)).body.code).toBe('staff_only')
    expect((await org.delete(`/events/${made.id}`)).status).toBe(204)
    expect((await toldTo(ana, 'event_cancelled'))[0]).toBe('Called off: Withdrawn')
    expect((await toldTo(bo, 'event_cancelled'))[0]).toBe('Called off: Withdrawn')
    const show = (await ana.get(`/shows/${made.id}`)).body
    expect([show.event, show.my_attendance.rsvp, show.artist_name]).toEqual([false, null, 'Withdrawn'])
    for (const who of [ana, org, bo]) expect((await who.get(`/events/${made.id}`)).status).toBe(404)
    expect(await sql('select 1 from rsvps where show_id = $1', [made.id])).toEqual([])
    const [row] = await sql('select description, capacity, pos from shows where id = $1', [made.id])
    expect(row).toEqual({ description: null, capacity: null, pos: null })
  })

  it('and that nobody holds is gone', async () => {
    const { id } = await makeEvent(org)
    await go(bo, id, 'no')
    expect((await org.delete(`/events/${id}`)).status).toBe(204)
    expect(await sql('select 1 from shows where id = $1', [id])).toEqual([])
  })
})

describe('a copy', () => {
  it('is a draft like it on another day', async () => {
    const made = await makeEvent(org, {
      artists: ['Copied'],
      doors_at: `${inDays(7)}T18:00:00.000Z`,
      capacity: 7,
      category: 'jazz',
    })
    await go(ana, made.id)
    const { status, body } = await org.post(`/events/${made.id}/duplicate`, {
      date: `${inDays(14)}T19:00:00.000Z`,
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      visibility: 'private',
      capacity: 7,
      category: 'jazz',
      artist_name: 'Copied',
    })
    expect([body.doors_at, body.rsvp_counts.going]).toEqual([`${inDays(14)}T18:00:00.000Z`, 0])
    expect((await ana.get(`/events/${body.id}`)).status).toBe(404)
    expect((await org.post(`/events/${made.id}/duplicate`, { date: evening().date })).body.code).toBe(
      'show_exists',
    )
    expect((await second.post(`/events/${body.id}/duplicate`, { date: evening().date })).status).toBe(404)
  })
})

describe('staff', () => {
  const staffOf = async (id: string) =>
    (await org.get(`/events/${id}/staff`)).body.items.map((one: { user: Client; role: string }) => [
      one.user.username,
      one.role,
    ])

  it('looks after an event, the owner settling who', async () => {
    const { id } = await makeEvent(org, { visibility: 'private' })
    expect((await org.put(`/events/${id}/staff/${ana.id}`, { role: 'editor' })).body.role).toBe('editor')
    expect(await staffOf(id)).toEqual([
      ['org', 'owner'],
      ['ana', 'editor'],
    ])
    expect(await toldTo(ana, 'event_staff')).toHaveLength(1)
    expect((await ana.get(`/events/${id}`)).body.my_role).toBe('editor')
    expect((await ana.get('/organizer/events')).body.items[0].id).toBe(id)
    expect((await ana.patch(`/events/${id}`, { capacity: 3 })).status).toBe(200)
    for (const refused of [
      await ana.delete(`/events/${id}`),
      await ana.put(`/events/${id}/staff/${bo.id}`, { role: 'editor' }),
      await ana.delete(`/events/${id}/staff/${org.id}`),
    ])
      expect(refused.body.code).toBe('staff_only')
    expect((await org.delete(`/events/${id}/staff/${org.id}`)).body.code).toBe('owner_stays')
    expect((await org.put(`/events/${id}/staff/${org.id}`, { role: 'editor' })).body.code).toBe('owner_stays')
    expect((await org.put(`/events/${id}/staff/${ana.id}`, { role: 'owner' })).body.code).toBe(
      'not_an_organizer',
    )
    expect((await ana.delete(`/events/${id}/staff/${ana.id}`)).status).toBe(204)
    expect((await ana.get(`/events/${id}`)).status).toBe(404)
  })

  it('23: is nobody who is suspended, leaving, or parted from the owner', async () => {
    const { id } = await makeEvent(org)
    const [gone, held, parted] = await server.people('gone', 'held', 'parted')
    await sql(`update users set leaves_at = now() + interval '1 day' where id = $1`, [gone.id])
    await sql('update users set suspended_at = now() where id = $1', [held.id])
    await parted.post(`/users/${org.id}/block`)
    for (const { id: person } of [gone, held, parted])
      expect((await org.put(`/events/${id}/staff/${person}`, { role: 'editor' })).status).toBe(404)
    expect((await go(parted, id)).status).toBe(404)
  })

  it('hands an event over to one of two at once', async () => {
    const { id } = await makeEvent(org)
    const [third] = await server.people('third')
    await appoint(server, 'organizer', third)
    const answers = await Promise.all(
      [second, third].map((to) => org.put(`/events/${id}/staff/${to.id}`, { role: 'owner' })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403])
    const staff = await staffOf(id)
    expect(staff.filter(([, role]: string[]) => role === 'owner')).toHaveLength(1)
    expect(staff).toContainEqual(['org', 'editor'])
  })
})

describe('the desk', () => {
  it('tells staff, and nobody else, how an event goes', async () => {
    const { id } = await makeEvent(org, { capacity: 10 })
    await go(ana, id)
    await go(bo, id, 'maybe')
    await ana.post(`/shows/${id}/checkin`)
    await ana.post('/comments', { show_id: id, content: 'Here' })
    await addPhoto(ana, { show_id: id })
    const { body } = await org.get(`/events/${id}/stats`)
    expect(body).toMatchObject({
      rsvp_counts: { going: 1, maybe: 1, no: 0, waitlist: 0 },
      capacity: 10,
      arrivals: 1,
      here: 1,
      photos: 1,
      comments: 1,
      messages: 0,
    })
    expect(body.arrivals_over_time).toHaveLength(1)
    expect(body.arrivals_over_time[0].arrivals).toBe(1)
    expect(body.rsvps_over_time[0].going).toBe(1)
    expect((await ana.get(`/events/${id}/stats`)).body.code).toBe('staff_only')
    expect((await ana.get(`/events/${id}/staff`)).body.code).toBe('staff_only')
  })

  it('lists what is to come soonest first, and what is over latest first', async () => {
    const [host] = await server.people('host')
    await appoint(server, 'organizer', host)
    for (const days of [4, 2]) await makeEvent(host, { date: `${inDays(days)}T19:00:00.000Z` })
    for (const days of [-4, -2]) await makeEvent(host, { date: `${inDays(days)}T19:00:00.000Z` })
    const dates = async (when: string) =>
      (await host.get(`/organizer/events?when=${when}`)).body.items.map((one: { date: string }) =>
        one.date.slice(0, 10),
      )
    expect(await dates('upcoming')).toEqual([inDays(2), inDays(4)])
    expect(await dates('past')).toEqual([inDays(-2), inDays(-4)])
    expect(await dates('all')).toEqual([inDays(4), inDays(2), inDays(-2), inDays(-4)])
    const first = (await host.get('/organizer/events?limit=3')).body
    const rest = (await host.get(`/organizer/events?limit=3&cursor=${first.next_cursor}`)).body
    expect([first.items.length, rest.items.length, rest.next_cursor]).toEqual([3, 1, null])
  })
})
