import { endpoints } from '@sharemyshows/contract/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from './client.ts'
import { settled } from './photos.ts'
import { appoint } from './roles.ts'
import { startTestServer, type TestServer } from './server.ts'
import { logShow } from './shows.ts'
import { bodyOf, makeThings, pathOf, send, type Things } from './things.ts'

/** Attacks on everything that writes, generated from the contract; an operation added later is attacked, too. */
const writes = endpoints.filter(({ method }) => method !== 'GET')
const named = (list: typeof writes) =>
  list.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const)

let server: TestServer
let ana: Client
let bo: Client
let things: Things
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
  await appoint(server, 'organizer', ana)
  things = await makeThings(ana, 'of ana', { is_public: true })
  for (const noun of ['photos', 'audio', 'videos']) await settled(ana, things[`${noun}/id`] ?? '', noun)
})
afterAll(() => server.stop())

/** What whoever sees a show may do with it, or with a person: come along, or keep away. */
const forEverybody = new Set([
  'checkIn',
  'blockPerson',
  'unblockPerson',
  'follow',
  'unfollow',
  'answerInvitation',
  'withdrawAnswer',
  'uploadPhotoOfEvent',
  // questions in the form of a body
  'readOutsideSetlistByPost',
  'readOutsideConcertByPost',
  // an account of his own elsewhere
  'beginConnection',
  'removeConnection',
  // rules of her own
  'changeMoodRule',
  'resetMoodRule',
])

describe('20: on what is public, yet not his, bo', () => {
  const views = [
    '/shows/$shows/id',
    '/shows/$show_id/setlist',
    '/photos/$photos/id',
    '/audio/$audio/id',
    '/videos/$videos/id',
    '/comments/show/$show_id',
  ]
  const see = async () => {
    const paths = views.map((path) => path.replace(/\$(.+?\/id|\w+)/, (_all, name) => things[name] ?? ''))
    return Promise.all(paths.map(async (path) => (await ana.get(path)).body))
  }
  const attacked = writes.filter(({ id, path }) => path.includes('{') && !forEverybody.has(id))

  it.each(named(attacked))('may not %s', async (_name, endpoint) => {
    const before = await see()
    const { status, body } = await send(bo, endpoint, pathOf(endpoint, things), bodyOf(endpoint, things))
    expect([403, 404, 409, 422], JSON.stringify(body)).toContain(status)
    expect(await see()).toEqual(before)
    const stranger = await send(server.stranger, endpoint, pathOf(endpoint, things), bodyOf(endpoint, things))
    expect(stranger.status).toBe(401)
  })
})

describe('21: nobody becomes or owns more by asking', () => {
  const claims = {
    id: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10',
    role: 'admin',
    owner_id: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10',
    user_id: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10',
    created_by: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10',
    verified: true,
    email_verified: true,
    created_at: '2000-01-01T00:00:00.000Z',
    state: 'ready',
  }
  const bodied = writes.filter(({ body }) => body !== undefined)

  it.each(named(bodied))('%s', async (_name, endpoint) => {
    const given = bodyOf(endpoint, things) ?? {}
    const path = pathOf(endpoint, things)
    for (const [field, value] of Object.entries(claims)) {
      if (field in given) continue
      const { status, body } = await send(ana, endpoint, path, { ...given, [field]: value })
      expect([status, body.code]).toEqual([422, 'validation_failed'])
      expect(body.errors.map((error: { field: string }) => error.field)).toContain(field)
    }
  })

  it('a form', async () => {
    for (const [field, value] of Object.entries(claims)) {
      const form = new FormData()
      form.set(field, String(value))
      form.set('file', new File(['x'], 'a.jpg'))
      const { status, body } = await ana.request('POST', '/photos', { body: form })
      expect([status, body.errors?.[0]?.field]).toEqual([422, field])
    }
  })
})

describe('56: twenty at once under one Idempotency-Key are one', () => {
  /** What asks somebody elsewhere first, whom this server has not: tried beside its feature. */
  const asking = new Set(['takeSetlist'])
  const keyed = writes.filter(
    ({ id, idempotent, body }) => idempotent && body !== undefined && !asking.has(id),
  )

  const makeEmptyShow = async () => ({ 'shows/id': (await logShow(ana)).id as string })

  /** Where not every text will do. */
  const others: Record<string, string> = { going: 'no' }
  const isMoment = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)

  /** Something else under the same name, so that it is another request. */
  const another = (body: Record<string, unknown> = {}) => {
    const [name = '', value] = Object.entries(body).find(([key]) => !(key in things)) ?? []
    return Array.isArray(value)
      ? { [name]: [...value, ...value] }
      : typeof value === 'number'
        ? { [name]: value / 2 }
        : name === ''
          ? { mode: 'append' }
          : { [name]: others[String(value)] ?? (isMoment(value) ? '2024-12-09T19:00:00.000Z' : 'another') }
  }

  it.each(named(keyed))('%s', async (_name, endpoint) => {
    const headers = { 'idempotency-key': `all at once ${endpoint.id}` }
    // a setlist is copied into an empty one
    const target = endpoint.id === 'copySetlist' ? await makeEmptyShow() : things
    const body = bodyOf(endpoint, things)
    const path = pathOf(endpoint, { ...things, ...target })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(ana, endpoint, path, body, headers)),
    )
    const [first] = answers
    expect(first?.status, JSON.stringify(first?.body)).toBeLessThan(300)
    for (const answer of answers) {
      expect([answer.status, answer.body]).toEqual([first?.status, first?.body])
    }
    const replayed = await send(ana, endpoint, path, body, headers)
    expect(replayed.body).toEqual(first?.body)
    const other = await send(ana, endpoint, path, { ...body, ...another(body) }, headers)
    expect([other.status, other.body.code]).toEqual([409, 'idempotency_conflict'])
  })

  it('and a key is 1 to 255 characters', async () => {
    for (const key of ['', 'x'.repeat(256), 'x'.repeat(10_000)]) {
      const { status, body } = await ana.post(
        '/shows',
        bodyOf(endpoints.find(({ id }) => id === 'createShow')!),
        {
          'idempotency-key': key,
        },
      )
      expect([status, body.code]).toEqual([400, 'malformed_request'])
    }
  })
})
