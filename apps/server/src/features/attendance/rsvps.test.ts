import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { crowd } from '../../../test/crowd.ts'
import { makeExport } from '../../../test/exports.ts'
import { host } from '../../../test/hosting.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { inDays, logShow } from '../../../test/shows.ts'

let server: TestServer
let org: Client
let ana: Client
let bo: Client
let cy: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[org, ana, bo, cy] = await server.people('org', 'ana', 'bo', 'cy')
})
afterAll(() => server.stop())

const query = async (text: string, values: unknown[] = []) => (await server.app.pool.query(text, values)).rows
const answer = async (who: Client, id: string, status?: string) => {
  const { body } = await who.post(`/events/${id}/rsvp`, status && { status })
  return body.code ?? [body.status, body.position]
}
const going = async (id: string) =>
  (await query(`select 1 from attendances where show_id = $1 and rsvp = 'going'`, [id])).length
const waiting = async (id: string) =>
  (
    await query(
      `select u.username from rsvps r join users u on u.id = r.person_id
        where r.show_id = $1 and r.status = 'waitlist' order by r.place`,
      [id],
    )
  ).map(({ username }) => username)
const told = async (id: string) =>
  (
    await query(
      `select u.username from notifications n join users u on u.id = n.person_id
        where n.show_id = $1 and n.kind = 'rsvp_promoted' order by u.username`,
      [id],
    )
  ).map(({ username }) => username)

describe('answering', () => {
  it('an empty body means going, which is an entry of the diary', async () => {
    const id = await host(server, org)
    expect(await answer(ana, id)).toEqual(['going', null])
    expect((await ana.get(`/shows/${id}`)).body.my_attendance).toMatchObject({
      rsvp: 'going',
      state: 'going',
    })
    expect((await ana.get('/shows/upcoming?scope=mine')).body.items[0].id).toBe(id)
  })

  it('changes its mind, and is one answer', async () => {
    const id = await host(server, org)
    for (const status of ['maybe', 'going', 'no', 'no', 'going', 'maybe']) {
      expect(await answer(ana, id, status)).toEqual([status, null])
      const [{ n }] = await query(
        `select (select count(*) from attendances where show_id = $1) +
          (select count(*) from rsvps where show_id = $1) as n`,
        [id],
      )
      expect(Number(n)).toBe(1)
    }
    expect((await ana.get(`/shows/${id}`)).body.my_attendance).toBeNull()
  })

  it('leaves what is in the diary when it is no longer going', async () => {
    const id = await host(server, org)
    await answer(ana, id)
    await ana.patch(`/shows/${id}`, { notes: 'bring ear plugs' })
    expect(await answer(ana, id, 'no')).toEqual(['no', null])
    expect((await ana.get(`/shows/${id}`)).body.my_attendance).toMatchObject({ notes: 'bring ear plugs' })
    expect(await going(id)).toBe(0)
    expect(await answer(ana, id)).toEqual(['going', null])
    expect((await ana.delete(`/events/${id}/rsvp`)).status).toBe(204)
    expect((await ana.get(`/shows/${id}`)).body.my_attendance).toMatchObject({ rsvp: null })
  })

  it('can be taken back, twice', async () => {
    const id = await host(server, org)
    for (const status of ['going', 'maybe', 'no']) {
      await answer(ana, id, status)
      expect((await ana.delete(`/events/${id}/rsvp`)).status).toBe(204)
      expect((await ana.delete(`/events/${id}/rsvp`)).status).toBe(204)
      expect(await query('select 1 from rsvps where show_id = $1', [id])).toEqual([])
      expect((await ana.get(`/shows/${id}`)).body.my_attendance).toBeNull()
    }
  })

  it('is for events to come, and for nothing but going, maybe and no', async () => {
    const id = await host(server, org)
    for (const body of [{ status: 'waitlist' }, { status: 'here' }, { position: 1 }])
      expect((await ana.post(`/events/${id}/rsvp`, body)).status).toBe(422)
    await query(`update shows set status = 'cancelled' where id = $1`, [id])
    expect(await answer(ana, id)).toBe('event_cancelled')
    const past = await host(server, org, { starts: -5 })
    expect(await answer(ana, past)).toBe('event_over')
    expect(await answer(ana, randomUUID())).toBe('not_found')
    expect((await server.stranger.post(`/events/${id}/rsvp`)).status).toBe(401)
  })

  it('20: of events that one does not see, and of shows that are none, there are no answers', async () => {
    const draft = await host(server, org, { visibility: 'private' })
    const friends = await host(server, org, { visibility: 'friends' })
    const show = await host(server, org)
    await query('update shows set organizer_id = null where id = $1', [show])
    for (const id of [draft, friends, show]) {
      expect(await answer(ana, id)).toBe('not_found')
      expect((await ana.delete(`/events/${id}/rsvp`)).status).toBe(404)
    }
    expect(await answer(org, draft)).toEqual(['going', null])
  })

  it('23: whom the organiser blocks cannot answer, whatever she has in her diary', async () => {
    const id = await host(server, org)
    await answer(bo, id)
    await org.post(`/users/${bo.id}/block`)
    expect(await answer(bo, id, 'maybe')).toBe('not_found')
    await org.delete(`/users/${bo.id}/block`)
    await cy.post(`/users/${org.id}/block`)
    expect(await answer(cy, id)).toBe('not_found')
    await cy.delete(`/users/${org.id}/block`)
  })

  it('56: twenty of one key are one, and another body is a conflict', async () => {
    const id = await host(server, org, { capacity: 1 })
    await answer(bo, id)
    const send = (status: string) =>
      ana.post(`/events/${id}/rsvp`, { status }, { 'idempotency-key': `rush ${id}` })
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('going')))
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body])))).toEqual(
      new Set([JSON.stringify([200, { status: 'waitlist', position: 1 }])]),
    )
    expect((await send('no')).body.code).toBe('idempotency_conflict')
    await bo.delete(`/events/${id}/rsvp`)
    expect((await send('going')).body).toEqual({ status: 'waitlist', position: 1 })
    expect(await answer(ana, id)).toEqual(['going', null])
  })
})

describe('seats', () => {
  it('200 at once on 50 are 50 going and 150 waiting in order, and each seat given back is the next one’s', async () => {
    const id = await host(server, org, { capacity: 50 })
    const people = await crowd(server, 'rush', 200)
    const answers = await Promise.all(
      people.map(async (who) => ({ who, ...(await who.post(`/events/${id}/rsvp`)).body })),
    )
    const seated = answers.filter(({ status }) => status === 'going')
    const line = answers.filter(({ status }) => status === 'waitlist').sort((a, b) => a.position - b.position)
    expect([seated.length, line.length, await going(id)]).toEqual([50, 150, 50])
    expect(line.map(({ position }) => position)).toEqual(Array.from({ length: 150 }, (_, n) => n + 1))
    const order = line.map(({ who }) => who.username)
    expect(await waiting(id)).toEqual(order)

    await Promise.all(
      seated
        .slice(0, 10)
        .map(({ who }, n) =>
          n % 2 === 0 ? who.delete(`/events/${id}/rsvp`) : who.post(`/events/${id}/rsvp`, { status: 'no' }),
        ),
    )
    expect(await going(id)).toBe(50)
    expect(await waiting(id)).toEqual(order.slice(10))
    expect(await told(id)).toEqual(order.slice(0, 10).sort())
    expect(await answer(line[10].who, id)).toEqual(['waitlist', 1])
  })

  it('are taken by nobody twice when people come and go at once', async () => {
    const id = await host(server, org, { capacity: 3 })
    const movers = await crowd(server, 'mover', 12)
    await Promise.all(
      movers.flatMap((who, n) => [
        who.post(`/events/${id}/rsvp`),
        who.post(`/events/${id}/rsvp`, { status: n % 3 === 0 ? 'maybe' : 'going' }),
        ...(n % 4 === 0 ? [who.delete(`/events/${id}/rsvp`)] : []),
      ]),
    )
    expect(await going(id)).toBe(3)
    const [{ both }] = await query(
      `select count(*)::int as both from rsvps r join attendances a using (show_id, person_id)
        where r.show_id = $1 and a.rsvp is not null`,
      [id],
    )
    expect(both).toBe(0)
  })

  it('go to the next when an entry leaves a diary, an account goes, or there are more', async () => {
    const id = await host(server, org, { capacity: 1 })
    const [dee, ed, flo] = await server.people('dee', 'ed', 'flo')
    for (const who of [dee, ana, ed, flo]) await answer(who, id)
    await ana.patch('/users/me', { default_audience: 'private' })
    expect((await dee.delete(`/shows/${id}`)).status).toBe(204)
    expect(await waiting(id)).toEqual(['ed', 'flo'])
    expect((await ana.get(`/shows/${id}`)).body.my_attendance).toMatchObject({
      rsvp: 'going',
      audience: 'public',
    })
    await ana.patch('/users/me', { default_audience: 'public' })
    await ana.delete(`/events/${id}/rsvp`)
    const { status } = await ed.request('DELETE', '/users/me', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password: 'a long enough password', when: 'now' }),
    })
    expect(status).toBe(204)
    await expect.poll(() => waiting(id), { timeout: 20_000 }).toEqual([])
    expect(await answer(flo, id)).toEqual(['going', null])
  })

  it('are not given to whoever is suspended or kept from the organiser; she keeps her place', async () => {
    const id = await host(server, org, { capacity: 1 })
    const [gus, hal, ida, jo] = await server.people('gus', 'hal', 'ida', 'jo')
    for (const who of [gus, hal, ida, jo]) await answer(who, id)
    await query('update users set suspended_at = now() where id = $1', [hal.id])
    await org.post(`/users/${ida.id}/block`)
    await gus.delete(`/events/${id}/rsvp`)
    expect([await waiting(id), await told(id)]).toEqual([['hal', 'ida'], ['jo']])
    await query('update users set suspended_at = null where id = $1', [hal.id])
    await jo.delete(`/events/${id}/rsvp`)
    expect(await waiting(id)).toEqual(['ida'])
  })

  it('are given when an event takes place after all, or later, and not before', async () => {
    const id = await host(server, org, { capacity: 1 })
    for (const who of [ana, bo, cy]) await answer(who, id)
    await org.post(`/events/${id}/cancel`)
    await ana.delete(`/events/${id}/rsvp`)
    expect(await waiting(id)).toEqual(['bo', 'cy'])
    await org.post(`/events/${id}/reinstate`)
    expect([await waiting(id), await told(id)]).toEqual([['cy'], ['bo']])
    await query(`update shows set starts_at = now() - interval '1 day' where id = $1`, [id])
    await bo.delete(`/events/${id}/rsvp`)
    expect(await waiting(id)).toEqual(['cy'])
    const date = new Date(Date.now() + 86_400_000).toISOString()
    expect((await org.patch(`/events/${id}`, { date })).status).toBe(200)
    expect([await going(id), await waiting(id)]).toEqual([1, []])
  })

  it('are taken by a diary while there are some; then the show is written down without one', async () => {
    const id = await host(server, org, { capacity: 1 })
    const show = (await org.get(`/shows/${id}`)).body
    const write = (who: Client) =>
      who.post('/shows', {
        artist_name: show.artist_name,
        venue_name: show.venue_name,
        venue_city: show.venue_city,
        venue_country: show.venue_country,
        show_date: show.show_date,
      })
    const [first, second] = [await write(ana), await write(bo)]
    expect([first.body.id, second.body.id]).toEqual([id, id])
    expect([first.body.my_attendance.rsvp, second.body.my_attendance.rsvp]).toEqual(['going', null])
    expect(await answer(bo, id)).toEqual(['waitlist', 1])
    await ana.delete(`/events/${id}/rsvp`)
    expect((await bo.get(`/shows/${id}`)).body.my_attendance.rsvp).toBe('going')
  })
})

describe('who comes', () => {
  const names = async (who: Client, id: string) =>
    (await who.get(`/shows/${id}/attendees`)).body.items.map(
      (item: { user: { username: string }; rsvp: string; state: string | null }) =>
        `${item.user.username} ${item.rsvp} ${item.state}`,
    )

  it('are those who go, may or wait, page by page', async () => {
    const id = await host(server, org, { capacity: 1 })
    for (const [who, status] of [
      [ana, 'going'],
      [bo, 'maybe'],
      [cy, 'going'],
      [org, 'no'],
    ] as const)
      await answer(who, id, status)
    expect(await names(server.stranger, id)).toEqual(['ana going going', 'bo maybe null', 'cy waitlist null'])
    const first = (await ana.get(`/shows/${id}/attendees?limit=2`)).body
    const second = (await ana.get(`/shows/${id}/attendees?limit=2&cursor=${first.next_cursor}`)).body
    expect([first.items.length, second.items.length, second.next_cursor]).toEqual([2, 1, null])
  })

  it('are not those who said no, though they keep the night, and the others by their answer', async () => {
    const id = await host(server, org)
    for (const who of [ana, bo]) {
      await answer(who, id)
      await who.patch(`/shows/${id}`, { notes: 'bring ear plugs' })
    }
    await answer(ana, id, 'no')
    await answer(bo, id, 'maybe')
    expect(await names(org, id)).toEqual(['bo maybe going'])
    await ana.post(`/shows/${id}/checkin`)
    expect(await names(org, id)).toEqual(['ana no here', 'bo maybe going'])
  })

  it('24: are only told as each chose', async () => {
    const id = await host(server, org)
    await bo.patch('/users/me', { default_audience: 'private' })
    await answer(bo, id, 'maybe')
    await answer(ana, id)
    expect(await names(ana, id)).toEqual(['ana going going'])
    expect(await names(bo, id)).toEqual(['bo maybe null', 'ana going going'])
    await bo.patch('/users/me', { default_audience: 'public' })
    await bo.post('/users/me/audiences/shows', { audience: 'public' })
  })
})

describe('what is kept of answers', () => {
  it('comes along when a show becomes an event: who goes to either goes', async () => {
    const event = await host(server, org, { capacity: 1 })
    const show = await logShow(ana, { artist_name: 'Twin', venue_name: 'Twin hall', show_date: inDays(1) })
    await bo.post(`/shows/${show.id}/checkin`)
    for (const who of [cy, ana, bo]) await answer(who, event)
    expect(await waiting(event)).toEqual(['ana', 'bo'])
    await ana.post(`/shows/${event}/checkin`)
    await query('insert into rsvps (show_id, person_id, status, audience) values ($1, $2, $3, $4)', [
      show.id,
      org.id,
      'maybe',
      'public',
    ])
    const merged = await ana.post(`/shows/${show.id}/merge`, { into: event })
    expect([merged.status, await going(event), await waiting(event)]).toEqual([200, 3, []])
    expect(await query('select status from rsvps where show_id = $1', [event])).toEqual([{ status: 'maybe' }])
  })

  it('is in the copy of an account', async () => {
    const event = await host(server, org)
    await bo.delete(`/events/${event}/rsvp`)
    await answer(bo, event, 'maybe')
    const { body } = await bo.get(`/exports/${(await makeExport(bo, 'json')).id}/file`)
    expect(body.answers).toContainEqual(
      expect.objectContaining({ show_id: event, title: 'An evening', status: 'maybe', audience: 'public' }),
    )
  })
})
