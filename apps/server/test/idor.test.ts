import type { Endpoint } from '@sharemyshows/contract/endpoint'
import { endpoints } from '@sharemyshows/contract/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { includesRole } from '../src/platform/http/actor.ts'
import type { Client } from './client.ts'
import { appoint } from './roles.ts'
import { startTestServer, type TestServer } from './server.ts'
import { bodyOf, makeThings, pathOf, send, type Things } from './things.ts'

/**
 * Requirements 18 to 20, generated from the contract: every operation that names a thing is tried on Ana's private
 * things by Bo, by a stranger, and by a moderator and an admin, who see no more than Bo. An operation added later is swept without a line here, or fails for want of one.
 */
const CANARY = 'canary-7f3a'
/** Lists about a person. */
const ofPerson = /\{user_id\}|^\/users\/\{id\}\/follow(?:ers|ing)$/
/** What everybody has of her own under the same name. */
const ofOwn = /\{(?:mood|provider)\}/
const swept = endpoints.filter(({ path }) => path.includes('{') && !ofOwn.test(path))

/** True when the role of bo, or of the moderator, is enough to be heard at all. */
const mayCall = (who: string, role: Endpoint['role']) =>
  role === undefined || includesRole({ role: who === 'bo' ? 'attendee' : 'moderator' }, role)

let server: TestServer
let bo: Client
let others: Record<string, Client>
let things: Things

beforeAll(async () => {
  server = await startTestServer()
  const [ana, other, dan, mo, ada] = await server.people('ana', 'bo', 'dan', 'mo', 'ada')
  await appoint(server, 'organizer', ana)
  await appoint(server, 'moderator', mo)
  await appoint(server, 'admin', ada)
  bo = other
  others = { bo, 'a moderator': mo, 'an admin': ada, 'a stranger': server.stranger }
  for (const one of [bo, mo, ada]) await dan.post(`/users/${one.id}/block`)
  things = { ...(await makeThings(ana, CANARY, { is_public: false })), 'users/id': dan.id }
})
afterAll(() => server.stop())

describe.each(swept.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  '18: %s on a private thing of another',
  (_name, endpoint) => {
    it.each(['bo', 'a moderator', 'an admin', 'a stranger'])('gives %s nothing', async (who) => {
      const { status, body } = await send(
        others[who] ?? server.stranger,
        endpoint,
        pathOf(endpoint, things),
        bodyOf(endpoint),
      )
      const text = Buffer.isBuffer(body) ? 'bytes' : JSON.stringify(body)
      expect(text).not.toContain(CANARY)
      // an admin may do something with the account, and reads nothing of what is in it
      if (endpoint.role !== undefined && who === 'an admin') return
      // a list about a person who exists is empty; everything else does not exist
      if (endpoint.id === 'readConversationWith' && status === 200) expect(body.conversation).toBe(null)
      else if (ofPerson.test(endpoint.path) && status === 200) expect(body.items).toEqual([])
      else if (endpoint.path.includes('{username}'))
        expect(new Set(Object.values(body.counts))).toEqual(new Set([0]))
      else if (who === 'a stranger') expect([401, 404]).toContain(status)
      else expect(status).toBe(mayCall(who, endpoint.role) ? 404 : 403)
    })
  },
)

describe('24: what is private leaves no trace', () => {
  it.each([
    '/shows',
    '/shows?q=canary',
    '/events',
    '/events?q=canary',
    '/events?near=52.0932,5.1134&radius_km=500',
    '/events?bbox=-180,-90,180,90&from=2000-01-01',
    '/events/map?bbox=5,52,6,53',
    '/events/categories',
    '/shows?artist=artist',
    '/shows/past',
    '/artists?q=artist',
    '/venues?q=venue',
    '/search?q=canary',
    '/search?q=canray',
    '/shows/search?q=canary',
    '/shows/search?artist=artist+canray',
    '/shows/search?song=canary',
    '/shows/search?date=2024-12-01',
  ])('in %s', async (path) => {
    for (const who of Object.values(others)) {
      expect(JSON.stringify((await who.get(path)).body)).not.toContain(CANARY)
    }
  })
})
