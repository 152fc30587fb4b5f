import { endpoints } from '@sharemyshows/contract/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from './client.ts'
import { appoint } from './roles.ts'
import { startTestServer, type TestServer } from './server.ts'
import { bodyOf, pathOf, send, type Things } from './things.ts'

/**
 * Requirement 23, generated from the contract: whatever lies below `/admin` is for admins and what lies below
 * `/moderation` for moderators, also what is added later.
 */
const below = (place: string) => endpoints.filter(({ path }) => path.startsWith(place))
const guarded = [...below('/admin/'), ...below('/moderation/')]

let server: TestServer
let people: Record<string, Client>
let things: Things
beforeAll(async () => {
  server = await startTestServer()
  const [ada, ana, otto, mo] = await server.people('ada', 'ana', 'otto', 'mo')
  await appoint(server, 'admin', ada)
  await appoint(server, 'organizer', otto)
  await appoint(server, 'moderator', mo)
  people = { attendee: ana, organizer: otto, moderator: mo }
  const invitation = await ada.post('/admin/invitations', {})
  const request = await server.app.pool.query(
    `insert into organizer_requests (id, person_id) values (gen_random_uuid(), $1) returning id`,
    [ana.id],
  )
  await ana.post('/reports', { target: 'person', target_id: otto.id, reason: 'spam' })
  const cases = await server.app.pool.query('select id from moderation_cases')
  things = {
    case_id: cases.rows[0].id,
    user_id: otto.id,
    invitation_id: invitation.body.id,
    organizer_request_id: request.rows[0].id,
    provider_name: 'photon',
  }
})
afterAll(() => server.stop())

/** All that administration can change. */
const everything = async () => {
  const { rows } = await server.app.pool.query(`
    select 'user' as what, id::text, role::text || coalesce(suspended_at::text, '') as state from users
    union all select 'invitation', id::text, updated_at::text from invitations
    union all select 'request', id::text, updated_at::text from organizer_requests
    union all select 'case', id::text, coalesce(action, '') from moderation_cases
    union all select 'settings', '', s::text from instance_settings s
    union all select 'session', id::text, '' from sessions
    union all select 'line', id::text, '' from audit_events order by 1, 2`)
  return rows
}

it('23: every operation of administration and moderation says whom it is for', () => {
  expect(below('/admin/').length).toBeGreaterThan(10)
  expect(below('/admin/').filter(({ role }) => role !== 'admin')).toEqual([])
  expect(below('/moderation/').length).toBeGreaterThan(3)
  expect(below('/moderation/').filter(({ role }) => role !== 'moderator')).toEqual([])
  const others = endpoints.filter((one) => one.role !== undefined && !guarded.includes(one))
  expect(others.map(({ id, role }) => `${id}: ${role}`)).toEqual([
    'createEvent: organizer',
    'duplicateEvent: organizer',
  ])
})

describe.each(guarded.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  '23: %s',
  (_name, endpoint) => {
    const refused = ['attendee', 'organizer', ...(endpoint.role === 'admin' ? ['moderator'] : [])]
    it.each(refused)('refuses the %s, and changes nothing', async (role) => {
      const before = await everything()
      const who = people[role] as Client
      const { status, body } = await send(who, endpoint, pathOf(endpoint, things), bodyOf(endpoint))
      expect([status, body.code]).toEqual([403, 'forbidden'])
      expect(Object.keys(body).toSorted()).toEqual([
        'code',
        'message',
        'request_id',
        'status',
        'title',
        'type',
      ])
      expect(await everything()).toEqual(before)
    })

    it('asks a stranger to sign in', async () => {
      const { status } = await send(server.stranger, endpoint, pathOf(endpoint, things), bodyOf(endpoint))
      expect(status).toBe(401)
    })
  },
)
