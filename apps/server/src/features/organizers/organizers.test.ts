import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { newestMail } from '../../../test/mail.ts'
import { appoint } from '../../../test/roles.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let admin: Client
beforeAll(async () => {
  server = await startTestServer({ PUBLIC_URL: 'https://shows.example.net' })
  ;[admin] = await server.people('ada')
  await appoint(server, 'admin', admin)
})
afterAll(() => server.stop())

const OWN = '/users/me/organizer-request'
const roleOf = async (who: Client) => (await who.get('/auth/me')).body.role
const pending = async () => (await admin.get('/admin/organizer-requests')).body.items
const decide = (id: string, granted: boolean) =>
  admin.post(`/admin/organizer-requests/${id}/decision`, { granted })

describe('where people choose it themselves', () => {
  it('whoever asks is an organiser at once', async () => {
    const [bo] = await server.people('bo')
    expect(await roleOf(bo)).toBe('attendee')
    const { status, body } = await bo.post(OWN, {})
    expect([status, body.state]).toEqual([201, 'granted'])
    expect(await roleOf(bo)).toBe('organizer')
    expect((await bo.post(OWN, {})).body.code).toBe('already_organizer')
  })
})

describe('where organisers are asked for', () => {
  beforeAll(() => admin.patch('/admin/settings', { organizers: 'on_request' }))

  it('registering as one gives an attendee who waits, and tells the admins', async () => {
    const registration = { username: 'cy', email: 'cy@example.org', password: PASSWORD, role: 'organizer' }
    const { body } = await server.stranger.post('/auth/register', registration)
    expect(body.user.role).toBe('attendee')
    expect((await pending())[0]).toMatchObject({ state: 'pending', person: { username: 'cy' } })
    const mail = await newestMail(server, 'ada@example.org', ({ subject }) => subject.startsWith('cy '))
    expect(mail.text).toContain('https://shows.example.net/admin/requests')
  })

  it('asking once is enough, also twenty times at once', async () => {
    const [dee] = await server.people('dee')
    const answers = await Promise.all(Array.from({ length: 20 }, () => dee.post(OWN, { message: 'Please.' })))
    const codes = answers.map(({ status, body }) => (status === 201 ? 'asked' : body.code))
    expect(codes.toSorted()).toEqual(['asked', ...Array.from({ length: 19 }, () => 'request_pending')])
    expect((await dee.get(OWN)).body.request).toMatchObject({ state: 'pending', message: 'Please.' })
  })

  it('a granted request makes an organiser at once, and a mail says so', async () => {
    const [eve] = await server.people('eve')
    expect((await eve.get(OWN)).body.request).toBeNull()
    const { body: request } = await eve.post(OWN)
    expect((await decide(request.id, true)).body).toMatchObject({
      state: 'granted',
      person: { username: 'eve' },
    })
    expect(await roleOf(eve)).toBe('organizer')
    expect(
      (await newestMail(server, 'eve@example.org', (m) => m.subject.includes('organiser'))).text,
    ).toContain('you are one now')
    const { body: trail } = await admin.get(`/admin/audit?person_id=${eve.id}&act=organizer_granted`)
    expect(trail.items[0]).toMatchObject({ actor: { name: 'ada' }, subject: { name: 'eve' } })
  })

  it('a declined request leaves everything, and can be made again', async () => {
    const [fay] = await server.people('fay')
    const { body: request } = await fay.post(OWN)
    await decide(request.id, false)
    expect(await roleOf(fay)).toBe('attendee')
    expect(
      (await newestMail(server, 'fay@example.org', (m) => m.subject.startsWith('About'))).text,
    ).toContain('ask again')
    expect((await fay.get(OWN)).body.request.state).toBe('declined')
    expect((await fay.post(OWN)).status).toBe(201)
  })

  it('of two decisions at once one counts', async () => {
    const [gus] = await server.people('gus')
    const { body: request } = await gus.post(OWN)
    const answers = await Promise.all([decide(request.id, true), decide(request.id, false)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const kept = answers.find(({ status }) => status === 200)?.body.state
    expect(await roleOf(gus)).toBe(kept === 'granted' ? 'organizer' : 'attendee')
  })

  it('a request can be taken back while it is open', async () => {
    const [hal] = await server.people('hal')
    const { body: request } = await hal.post(OWN)
    expect((await hal.delete(OWN)).status).toBe(204)
    expect((await hal.delete(OWN)).status).toBe(404)
    expect((await decide(request.id, true)).body.code).toBe('request_decided')
    expect(await roleOf(hal)).toBe('attendee')
  })

  it('a moderator who asks is told that she may organise already', async () => {
    const [ida] = await server.people('ida')
    await appoint(server, 'moderator', ida)
    expect((await ida.post(OWN)).body.code).toBe('already_organizer')
  })

  it('decided requests are listed apart', async () => {
    const { body } = await admin.get('/admin/organizer-requests?state=decided')
    expect(body.items.every(({ state }: { state: string }) => state !== 'pending')).toBe(true)
    expect(body.items.length).toBeGreaterThan(2)
  })
})
