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
})
afterAll(() => server.stop())

const names = (body: { items: { user: { username: string } }[] }) =>
  body.items.map(({ user }) => user.username)
/** A show that began an hour ago. */
const tonight = async (artist: string) => {
  const show = await logShow(ana, { artist_name: artist, show_date: inDays(1) })
  await server.app.pool.query("update shows set starts_at = now() - interval '1 hour' where id = $1", [
    show.id,
  ])
  return show
}

describe('checking in', () => {
  it('says that I am here, once', async () => {
    const { id } = await tonight('Here')
    const first = await ana.post(`/shows/${id}/checkin`, { latitude: 52.1, longitude: 5.1, accuracy: 12 })
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({ state: 'here', method: 'manual', rsvp: 'going', left_at: null })
    expect(Date.now() - Date.parse(first.body.arrived_at)).toBeLessThan(60_000)
    expect((await ana.post(`/shows/${id}/checkin`)).body).toEqual(first.body)
    expect((await ana.get(`/shows/${id}`)).body.my_attendance).toEqual(first.body)
  })

  it('puts a show into my diary, with my audience', async () => {
    const { id } = await tonight('New to Bo')
    await bo.patch('/users/me', { default_audience: 'friends' })
    expect((await bo.post(`/shows/${id}/checkin`)).body).toMatchObject({ state: 'here', audience: 'friends' })
    expect((await bo.get('/shows?scope=mine')).body.items[0].id).toBe(id)
    await bo.patch('/users/me', { default_audience: 'public' })
  })

  it('says afterwards that I was', async () => {
    const { id } = await logShow(ana, { artist_name: 'Long ago', notes: 'kept' })
    expect((await bo.post(`/shows/${id}/checkin`)).body).toMatchObject({
      state: 'attended',
      arrived_at: null,
    })
    expect((await ana.post(`/shows/${id}/checkin`)).body).toMatchObject({ state: 'attended', notes: 'kept' })
  })

  it('makes one attendance of twenty at once', async () => {
    const { id } = await tonight('Twenty')
    const answers = await Promise.all(Array.from({ length: 20 }, () => bo.post(`/shows/${id}/checkin`)))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect((await ana.get(`/shows/${id}/attendees`)).body.items).toHaveLength(2)
  })

  it('needs a show one sees, a person, and a place on earth', async () => {
    const { id } = await logShow(ana, { artist_name: 'Unseen', is_public: false })
    expect((await bo.post(`/shows/${id}/checkin`)).status).toBe(404)
    expect((await bo.post(`/shows/${id}/checkout`)).status).toBe(404)
    expect((await server.stranger.post(`/shows/${id}/checkin`)).status).toBe(401)
    expect((await ana.post(`/shows/${id}/checkin`, { latitude: 100 })).status).toBe(422)
    expect((await ana.post(`/shows/${id}/checkin`, { state: 'attended' })).status).toBe(422)
  })
})

describe('checking out', () => {
  it('says when I left, and that I was there', async () => {
    const { id } = await tonight('Left')
    await ana.post(`/shows/${id}/checkin`)
    const { status, body } = await ana.post(`/shows/${id}/checkout`)
    expect([status, body.state]).toEqual([200, 'attended'])
    expect(Date.parse(body.left_at)).toBeGreaterThanOrEqual(Date.parse(body.arrived_at))
    expect((await ana.post(`/shows/${id}/checkout`)).body).toEqual(body)
    const back = await ana.post(`/shows/${id}/checkin`)
    expect(back.body).toMatchObject({ state: 'here', left_at: null, arrived_at: body.arrived_at })
  })

  it('is for those who attend', async () => {
    const { id } = await tonight('Absent')
    const { status, body } = await bo.post(`/shows/${id}/checkout`)
    expect([status, body.code]).toEqual([403, 'not_an_attendee'])
  })
})

describe('who is there', () => {
  it('are all in the order they came, and those who are here now', async () => {
    const { id } = await tonight('Crowd')
    const crowd = await server.people('c1', 'c2', 'c3', 'c4')
    for (const person of crowd) await person.post(`/shows/${id}/checkin`)
    await crowd[1].post(`/shows/${id}/checkout`)
    await crowd[3].patch(`/shows/${id}`, { is_public: false })
    const everybody = await server.stranger.get(`/shows/${id}/attendees`)
    expect(names(everybody.body)).toEqual(['ana', 'c1', 'c2', 'c3'])
    expect(everybody.body.items[2]).toMatchObject({
      state: 'attended',
      method: 'manual',
      user: { display_name: null },
    })
    expect(names((await server.stranger.get(`/shows/${id}/active-users`)).body)).toEqual(['c1', 'c3'])
    expect(names((await crowd[3].get(`/shows/${id}/active-users`)).body)).toEqual(['c1', 'c3', 'c4'])
    await server.app.pool.query("update shows set starts_at = now() - interval '5 hours' where id = $1", [id])
    expect((await ana.get(`/shows/${id}/active-users`)).body).toEqual({ items: [], next_cursor: null })
  })

  it('can be paged', async () => {
    const { id } = await tonight('Pages')
    const crowd = await server.people('p1', 'p2', 'p3', 'p4')
    await Promise.all(crowd.map((person) => person.post(`/shows/${id}/checkin`)))
    const whole = names((await ana.get(`/shows/${id}/attendees`)).body)
    const first = (await ana.get(`/shows/${id}/attendees?limit=2`)).body
    const second = (await ana.get(`/shows/${id}/attendees?limit=2&cursor=${first.next_cursor}`)).body
    const third = (await ana.get(`/shows/${id}/attendees?limit=2&cursor=${second.next_cursor}`)).body
    expect([...names(first), ...names(second), ...names(third)]).toEqual(whole)
    expect([whole.length, third.next_cursor]).toEqual([5, null])
    expect(names((await ana.get(`/shows/${id}/attendees?page=2&per_page=3`)).body)).toEqual(whole.slice(3))
    const bad = await ana.get(`/shows/${id}/attendees?cursor=x`)
    expect([bad.status, bad.body.errors]).toMatchObject([422, [{ field: 'cursor' }]])
  })

  it('is nobody’s business who does not see the show', async () => {
    const { id } = await logShow(ana, { artist_name: 'Secret', is_public: false })
    for (const path of ['attendees', 'active-users']) {
      expect((await bo.get(`/shows/${id}/${path}`)).status).toBe(404)
      expect((await ana.get(`/shows/${id}/${path}`)).status).toBe(200)
    }
  })
})
