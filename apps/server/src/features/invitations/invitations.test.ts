import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { allJobsDone, mailsOf, newestMail } from '../../../test/mail.ts'
import { appoint } from '../../../test/roles.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let admin: Client
beforeAll(async () => {
  server = await startTestServer({ PUBLIC_URL: 'https://shows.example.net' })
  ;[admin] = await server.people('ada')
  await appoint(server, 'admin', admin)
  await admin.patch('/admin/settings', { registration: 'invitation' })
})
afterAll(() => server.stop())

const tokenOf = (url: string) => new URL(url).searchParams.get('invitation') ?? ''
const make = async (body: object = {}) => {
  const { status, body: made } = await admin.post('/admin/invitations', body)
  expect(status).toBe(201)
  return { ...made, token: tokenOf(made.url) }
}
const register = (username: string, invitation?: string, more: object = {}) =>
  server.stranger.post('/auth/register', {
    username,
    email: `${username}@example.org`,
    password: PASSWORD,
    ...(invitation !== undefined && { invitation }),
    ...more,
  })

describe('an invitation', () => {
  it('lets one person in, once, and tells what it offers before', async () => {
    const { token, url, id } = await make({ role: 'organizer' })
    expect(url).toMatch(/^https:\/\/shows\.example\.net\/register\?invitation=sms_in_[\w-]{43}$/)
    expect((await register('bo')).body.code).toBe('invitation_required')
    const offer = await server.stranger.post('/auth/invitation', { token })
    expect(offer.body).toMatchObject({ email: null, role: 'organizer' })
    expect((await register('bo', token)).body.user.role).toBe('organizer')
    expect((await register('cy', token)).body.code).toBe('invitation_used')
    expect((await server.stranger.post('/auth/invitation', { token })).body.code).toBe('invitation_used')
    const { body } = await admin.get('/admin/invitations')
    const listed = body.items.find((one: { id: string }) => one.id === id)
    expect(listed).toMatchObject({
      state: 'used',
      used_by: { username: 'bo' },
      created_by: { username: 'ada' },
    })
  })

  it('makes nobody an organiser who was invited as an attendee, unless people choose that themselves', async () => {
    await admin.patch('/admin/settings', { organizers: 'on_request' })
    const asked = await register('dee', (await make()).token, { role: 'organizer' })
    expect(asked.body.user.role).toBe('attendee')
    await admin.patch('/admin/settings', { organizers: 'chosen' })
    const chosen = await register('eve', (await make()).token, { role: 'organizer' })
    expect(chosen.body.user.role).toBe('organizer')
  })

  it('is spent by one of twenty who come at once', async () => {
    const { token } = await make()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => register(`guest${index}`, token)),
    )
    const codes = answers.map(({ status, body }) => (status === 201 ? 'in' : body.code))
    expect(codes.toSorted()).toEqual(['in', ...Array.from({ length: 19 }, () => 'invitation_used')])
  })

  it('is not spent by a registration that fails', async () => {
    const { token } = await make()
    expect((await register('ada', token)).body.code).toBe('identity_taken')
    expect((await register('fay', token)).status).toBe(201)
  })

  it('for an address is mailed there, and is for that address only', async () => {
    const { token } = await make({ email: 'Gus@example.org', days: 3 })
    const mail = await newestMail(server, 'Gus@example.org')
    expect(mail.subject).toBe('ada invites you to ShareMyShows')
    expect(mail.text).toContain(`https://shows.example.net/register?invitation=${token}`)
    expect(mail.text).toContain('3 days')
    const other = await register('hal', token)
    expect([other.body.code, other.body.errors[0].field]).toEqual(['invitation_for_another', 'email'])
    expect((await register('gus', token)).status).toBe(201)
  })

  it('without an address is mailed to nobody', async () => {
    await allJobsDone(server)
    const before = (await mailsOf(server)).length
    await make()
    await allJobsDone(server)
    expect(await mailsOf(server)).toHaveLength(before)
  })

  it('ends when it is taken back, and cannot be taken back when it was used', async () => {
    const { token, id } = await make()
    expect((await admin.delete(`/admin/invitations/${id}`)).status).toBe(204)
    expect((await register('ida', token)).body.code).toBe('invitation_invalid')
    expect((await admin.delete(`/admin/invitations/${id}`)).status).toBe(404)
    const used = await make()
    await register('ida', used.token)
    expect((await admin.delete(`/admin/invitations/${used.id}`)).body.code).toBe('invitation_used')
  })

  it('ends with its day', async () => {
    const { token, id } = await make()
    await server.app.pool.query(
      `update invitations set expires_at = now() - interval '1 minute' where id = $1`,
      [id],
    )
    expect((await register('jo', token)).body.code).toBe('invitation_expired')
    expect((await register('jo', 'sms_in_nonsense')).body.code).toBe('invitation_invalid')
  })

  it('opens no door that is closed to everybody', async () => {
    const { token } = await make()
    await admin.patch('/admin/settings', { registration: 'closed' })
    expect((await register('kim', token)).body.code).toBe('registration_closed')
    await admin.patch('/admin/settings', { registration: 'invitation' })
  })

  it('keeps its token nowhere', async () => {
    const { token } = await make()
    await allJobsDone(server)
    const { rows } = await server.app.pool.query(
      'select i::text from invitations i union all select e::text from audit_events e',
    )
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify((await admin.get('/admin/invitations')).body)).not.toContain(token)
  })

  it('is listed page by page', async () => {
    const first = await admin.get('/admin/invitations?limit=3')
    const second = await admin.get(`/admin/invitations?limit=3&cursor=${first.body.next_cursor}`)
    const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(6)
    expect(ids).toEqual(ids.toSorted().reverse())
  })
})
