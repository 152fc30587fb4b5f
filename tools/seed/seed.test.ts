import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Event } from '@sharemyshows/contract/events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../apps/server/test/client.ts'
import { startTestServer, type TestServer } from '../../apps/server/test/server.ts'
import { root } from '../programs.ts'
import { EVENTS } from './world/events.ts'
import { PASSWORD, people } from './world/people.ts'

let server: TestServer
let noor: Client
const SLOW = { timeout: 120_000 }

beforeAll(async () => {
  server = await startTestServer()
  await seed('--shows', '24', '--photos', '1', '--recordings', '1')
  const { body } = await server.stranger.post('/auth/login', { identifier: 'noor', password: PASSWORD })
  noor = createClient(server.url, { id: body.user.id, token: body.access_token })
}, 180_000)
afterAll(async () => {
  await server.stop()
})

/** `npm run seed` with options, at the test's server. */
const seed = (...options: string[]) =>
  promisify(execFile)(process.execPath, ['tools/seed.ts', '--url', server.url, '--tracks', '2', ...options], {
    cwd: root,
  })

/** How many rows there are of everything that a second run must not add to. */
async function census(): Promise<Record<string, number>> {
  const { rows } =
    await server.app.pool.query(`select (select count(*) from users where username <> 'founder') as people,
    (select count(*) from shows where organizer_id is null) as shows, (select count(*) from attendances) as visits,
    (select count(*) from shows where organizer_id is not null) as events,
    (select count(distinct poster) from shows) as posters, (select count(*) from rsvps) as answers,
    (select count(*) from messages) as messages, (select count(*) from relationships where kind = 'friend' and state = 'accepted') as friendships,
    (select count(*) from setlist_songs) as songs, (select count(*) from media where kind = 'photo') as photos,
    (select count(*) from media where kind <> 'photo') as recordings,
    (select count(*) from comments) as comments, (select count(distinct avatar) from users) as faces`)
  return rows[0]
}

/** The shows that noor was at. */
const diary = async () => (await noor.get('/shows?scope=mine&limit=100')).body.items

describe('the made-up world', () => {
  it('has people who met on shows, gone and to come, with songs and photos', async () => {
    const made = await census()
    expect(made).toMatchObject({ people: people.length + 1, shows: 24 })
    expect(made.visits).toBeGreaterThan(24)
    expect(made.songs).toBeGreaterThan(100)
    expect(made.photos).toBeGreaterThan(2)
    expect(made.recordings).toBe(4)
    expect((await noor.get('/music/summary')).body.sources).toMatchObject({ upload: 2 })
    expect(made.faces).toBeGreaterThan(people.length / 2)
    expect(made.faces).toBeLessThan(people.length)
    const upcoming = await noor.get('/shows/upcoming?scope=mine')
    expect(upcoming.body.items.length).toBeGreaterThan(0)
    const notes = (await diary()).map((show: { notes: string | null }) => show.notes).filter(Boolean)
    expect(new Set(notes).size).toBe(notes.length)
  })

  it('has an organiser whose events fill up, and a room where people talk', async () => {
    const made = await census()
    expect(made).toMatchObject({ events: EVENTS, messages: 6 })
    expect(made.posters).toBeGreaterThan(5)
    expect(made.friendships).toBeGreaterThan(5)
    const { body } = await noor.get('/events?limit=100')
    expect(body.items.length).toBeGreaterThan(EVENTS / 2)
    expect(body.items.some(({ rsvp_counts }: Event) => rsvp_counts.waitlist > 0)).toBe(true)
  })

  it('has people who talk about their nights, and songs that say what was special', async () => {
    const shows = await diary()
    const threads = await Promise.all(
      shows.map(async ({ id }: { id: string }) => (await noor.get(`/comments/show/${id}`)).body.items),
    )
    expect(threads.flat().length).toBeGreaterThan(5)
    expect(threads.flat().some(({ mentions }) => mentions.length > 0)).toBe(true)
    const { rows } =
      await server.app.pool.query(`select bool_or(encore) as encores, bool_or(set_number > 1) as sets,
      bool_or(cover_of is not null) as covers, bool_or(guest is not null) as guests, bool_or(tape) as tapes
      from setlist_songs`)
    expect(rows).toEqual([{ encores: true, sets: true, covers: true, guests: true, tapes: true }])
  })

  it('has photos that know when they were taken, and tell only their owner where', async () => {
    const { body } = await noor.get(`/photos/user/${noor.id}?limit=100`)
    expect(body.items.length).toBeGreaterThan(0)
    for (const photo of body.items) expect(photo.captured_at_source).toBe('exif')
    expect(body.items.some((photo: { point: unknown }) => photo.point !== null)).toBe(true)
    const seen = await server.stranger.get(`/photos/user/${noor.id}?limit=100`)
    for (const photo of seen.body.items) expect(photo.point).toBeNull()
  })

  it('comes to the same when made again', SLOW, async () => {
    const before = await census()
    await seed('--shows', '24', '--photos', '1', '--recordings', '1')
    expect(await census()).toEqual(before)
  })

  it('grows to the number asked for', SLOW, async () => {
    const { stdout } = await seed('--shows', '95', '--photos', '0', '--recordings', '0')
    expect(stdout).toMatch(/\d+ shows a second/)
    expect((await census()).shows).toBe(95)
  })

  it('says so when no server answers, and what an option takes', async () => {
    await expect(seed('--url', 'http://127.0.0.1:1')).rejects.toThrow(/npm start/)
    await expect(seed('--shows', 'many')).rejects.toThrow(/--shows takes a whole number/)
    await expect(seed('--show', '3')).rejects.toThrow(/npm run seed -- \[options\]/)
  })
})
