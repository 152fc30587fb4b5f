import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { appoint, empty } from '../../../test/roles.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const person = (username: string, more: object = {}) => ({
  username,
  email: `${username}@example.org`,
  password: PASSWORD,
  ...more,
})
const register = (username: string, more: object = {}) =>
  server.stranger.post('/auth/register', person(username, more))

describe('52: nobody is admin by default', () => {
  beforeEach(() => empty(server))

  it('an empty server has no account at all', async () => {
    expect((await server.stranger.get('/instance')).body.founded).toBe(false)
    for (const [identifier, password] of [
      ['admin', 'admin'],
      ['admin', 'password'],
      ['founder', ''],
      ['root@localhost', 'changeme'],
    ]) {
      const { status } = await server.stranger.post('/auth/login', { identifier, password: password || 'x' })
      expect(status).toBe(401)
    }
  })

  it('the first account is, and no other', async () => {
    const [first, second] = [await register('ana'), await register('bo', { role: 'organizer' })]
    expect([first.body.user.role, second.body.user.role]).toEqual(['admin', 'organizer'])
    expect((await server.stranger.get('/instance')).body.founded).toBe(true)
  })

  it('of twenty who come first at once, exactly one is', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => register(`ana${index}`)))
    const roles = answers.map(({ body }) => body.user.role)
    expect(roles.filter((role) => role === 'admin')).toHaveLength(1)
    expect(roles.filter((role) => role === 'attendee')).toHaveLength(19)
  })

  it('the first account can be made whatever the settings of a former life say', async () => {
    await server.app.pool.query(`update instance_settings set registration = 'closed'`)
    expect((await register('ana')).body.user.role).toBe('admin')
    expect((await register('bo')).body.code).toBe('registration_closed')
    await server.app.pool.query(`update instance_settings set registration = 'open'`)
  })
})

describe('the settings', () => {
  let admin: Client
  beforeAll(async () => {
    ;[admin] = await server.people('ada')
    await appoint(server, 'admin', admin)
  })

  it('are told to everybody as far as they concern everybody', async () => {
    expect((await server.stranger.get('/instance')).body).toEqual({
      name: 'ShareMyShows',
      founded: true,
      registration: 'open',
      organizers: 'chosen',
      mail: 'folder',
      mailbox: true,
      map: null,
      asks: [],
      imports: ['csv', 'ics', 'export'],
    })
  })

  it('change who may register, at once, and the trail says so', async () => {
    const { body } = await admin.patch('/admin/settings', { registration: 'invitation', name: 'Our shows' })
    expect(body).toMatchObject({ registration: 'invitation', name: 'Our shows', organizers: 'chosen' })
    expect((await register('cy')).body.code).toBe('invitation_required')
    await admin.patch('/admin/settings', { registration: 'closed' })
    expect((await register('cy')).body.code).toBe('registration_closed')
    await admin.patch('/admin/settings', { registration: 'open', name: 'ShareMyShows' })
    expect((await register('cy')).status).toBe(201)
    const { body: trail } = await admin.get('/admin/audit?act=settings_changed')
    expect(trail.items.map(({ details }: { details: object }) => details)).toEqual([
      { registration: 'open', name: 'ShareMyShows' },
      { registration: 'closed' },
      { registration: 'invitation', name: 'Our shows' },
    ])
    expect(trail.items[0].actor).toEqual({ id: admin.id, name: 'ada' })
  })

  it('are not written down when nothing changes', async () => {
    const before = (await admin.get('/admin/audit')).body.items.length
    await admin.patch('/admin/settings', { registration: 'open' })
    await admin.patch('/admin/settings', {})
    expect((await admin.get('/admin/audit')).body.items).toHaveLength(before)
  })
})
