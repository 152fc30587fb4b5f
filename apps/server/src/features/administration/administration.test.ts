import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../../test/client.ts'
import { listen } from '../../../test/live.ts'
import { newestMail } from '../../../test/mail.ts'
import { appoint } from '../../../test/roles.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let admin: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[admin] = await server.people('ada')
  await appoint(server, 'admin', admin)
})
afterAll(() => server.stop())

const change = (who: Client, whom: Client, body: object, password = PASSWORD) =>
  who.patch(`/admin/people/${whom.id}`, { ...body, password })
const signIn = (who: Client) =>
  server.stranger.post('/auth/login', { identifier: who.username, password: PASSWORD })

describe('people', () => {
  it('are found by a part of the name, or by the whole address', async () => {
    const [bo] = await server.people('bo')
    await bo.patch('/users/me', { display_name: 'Bö the Great' })
    const names = async (q: string) =>
      (await admin.get(`/admin/people?q=${encodeURIComponent(q)}`)).body.items.map(
        ({ username }: { username: string }) => username,
      )
    expect(await names('BO')).toEqual(['bo'])
    expect(await names('bo the')).toEqual(['bo'])
    expect(await names('BO@example.org')).toEqual(['bo'])
    for (const q of ['example.org', 'bo@example', '%', '_', '\\']) expect(await names(q)).toEqual([])
  })

  it('are filtered by role and by being suspended, page by page', async () => {
    const [cy, dee] = await server.people('cy', 'dee')
    await change(admin, cy, { role: 'moderator' })
    await change(admin, dee, { suspended: true })
    expect((await admin.get('/admin/people?role=moderator')).body.items).toMatchObject([{ username: 'cy' }])
    expect((await admin.get('/admin/people?suspended=true')).body.items).toMatchObject([{ username: 'dee' }])
    const first = await admin.get('/admin/people?limit=2&suspended=false')
    const second = await admin.get(`/admin/people?limit=2&suspended=false&cursor=${first.body.next_cursor}`)
    const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(4)
    expect(ids).not.toContain(dee.id)
  })

  it('are told of in numbers, with no word of what is theirs', async () => {
    const [eve] = await server.people('eve')
    await logShow(eve, { artist_name: 'canary of eve', is_public: false, notes: 'canary' })
    const { body } = await admin.get(`/admin/people/${eve.id}`)
    expect(body).toMatchObject({ email: 'eve@example.org', counts: { shows: 1, media: 0 }, storage: 0 })
    expect(JSON.stringify(body)).not.toContain('canary')
    expect(body.last_seen_at).toMatch(/^20/)
  })

  it('who do not exist are not found', async () => {
    const nobody = { ...admin, id: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10' }
    expect((await admin.get(`/admin/people/${nobody.id}`)).status).toBe(404)
    expect((await change(admin, nobody, { role: 'admin' })).status).toBe(404)
    expect((await admin.post(`/admin/people/${nobody.id}/sign-out`)).status).toBe(404)
    expect((await admin.post(`/admin/people/${nobody.id}/reset-mfa`, { password: PASSWORD })).status).toBe(
      404,
    )
  })
})

describe('a role', () => {
  it('changes at once, on open pages too, and only with the admin’s password', async () => {
    const [fay] = await server.people('fay')
    expect((await fay.get('/admin/people')).status).toBe(403)
    const { socket } = await listen(server.url, fay)
    const wrong = await change(admin, fay, { role: 'admin' }, 'not the password')
    expect([wrong.status, wrong.body.code]).toEqual([403, 'password_wrong'])
    const closed = new Promise((resolve) => socket.once('disconnect', resolve))
    expect((await change(admin, fay, { role: 'admin' })).body.role).toBe('admin')
    await closed
    expect((await fay.get('/admin/people')).status).toBe(200)
    await change(admin, fay, { role: 'attendee' })
    expect((await fay.get('/admin/people')).status).toBe(403)
    const { body } = await admin.get(`/admin/audit?person_id=${fay.id}&act=role_changed`)
    expect(body.items.map(({ details }: { details: object }) => details)).toEqual([
      { before: 'admin', after: 'attendee' },
      { before: 'attendee', after: 'admin' },
    ])
  })

  it('of the last admin stays', async () => {
    const other = await startTestServer()
    try {
      const [ana, bo] = await other.people('ana', 'bo')
      await appoint(other, 'admin', ana, bo)
      await other.app.pool.query(`delete from users where username = 'founder'`)
      expect((await change(ana, bo, { suspended: true })).status).toBe(200)
      expect((await change(ana, ana, { role: 'attendee' })).body.code).toBe('last_admin')
      expect((await change(ana, bo, { suspended: false })).status).toBe(200)
      expect((await change(ana, ana, { role: 'attendee' })).status).toBe(200)
    } finally {
      await other.stop()
    }
  })
})

describe('suspending', () => {
  it('signs out at once, with open pages, refuses to sign in, and keeps everything', async () => {
    const [gus] = await server.people('gus')
    const show = await logShow(gus)
    const { socket } = await listen(server.url, gus)
    const closed = new Promise((resolve) => socket.once('disconnect', resolve))
    expect((await change(admin, gus, { suspended: true })).body.suspended_at).toMatch(/^20/)
    await closed
    expect((await gus.get('/auth/me')).status).toBe(401)
    await expect(listen(server.url, gus)).rejects.toThrow('unauthenticated')
    const refused = await signIn(gus)
    expect([refused.status, refused.body.code]).toEqual([403, 'account_suspended'])
    const unknown = await server.stranger.post('/auth/login', {
      identifier: 'gus',
      password: 'a wrong password',
    })
    expect(unknown.body.code).toBe('invalid_credentials')
    await change(admin, gus, { suspended: false })
    const { body } = await signIn(gus)
    const again = createClient(server.url, { token: body.access_token })
    expect((await again.get(`/shows/${show.id}`)).status).toBe(200)
  })

  it('ends what a refresh token could still do', async () => {
    const [hal] = await server.people('hal')
    const { refresh_token } = (await signIn(hal)).body
    await change(admin, hal, { suspended: true })
    const { body } = await server.stranger.post('/auth/refresh', { refresh_token })
    expect(body.code).toBe('refresh_refused')
  })

  it('leaves nobody signed in who signs in at the same moment', async () => {
    const [ida] = await server.people('ida')
    await Promise.all([
      change(admin, ida, { suspended: true }),
      ...Array.from({ length: 5 }, () => signIn(ida)),
    ])
    const { rows } = await server.app.pool.query('select id from sessions where user_id = $1', [ida.id])
    expect(rows).toEqual([])
  })

  it('is nothing one does to oneself', async () => {
    const { status, body } = await change(admin, admin, { suspended: true })
    expect([status, body.code]).toEqual([409, 'own_person'])
  })
})

describe('helping', () => {
  it('signs somebody out everywhere', async () => {
    const [jo] = await server.people('jo')
    expect((await admin.post(`/admin/people/${jo.id}/sign-out`)).status).toBe(204)
    expect((await jo.get('/auth/me')).status).toBe(401)
    expect((await signIn(jo)).status).toBe(200)
  })

  it('takes a lost second step off, says so by mail and in the trail, and only with the admin’s password', async () => {
    const registration = { username: 'kim', email: 'kim@example.org', password: PASSWORD, enable_mfa: true }
    expect((await server.stranger.post('/auth/register', registration)).body.mfa_required).toBe(true)
    const { body } = await admin.get('/admin/people?q=kim')
    const [kim] = body.items
    const reset = (password: string) => admin.post(`/admin/people/${kim.id}/reset-mfa`, { password })
    expect((await reset('not the password')).body.code).toBe('password_wrong')
    expect((await reset(PASSWORD)).status).toBe(204)
    expect((await signIn(kim)).body.access_token).toBeDefined()
    expect((await reset(PASSWORD)).body.code).toBe('mfa_not_on')
    const mail = await newestMail(server, 'kim@example.org', ({ subject }) => subject.includes('taken off'))
    expect(mail.text).toContain('choose a new password')
    const { body: trail } = await admin.get('/admin/audit?act=mfa_reset')
    expect(trail.items).toMatchObject([{ actor: { name: 'ada' }, subject: { name: 'kim' }, details: {} }])
  })

  it('does not take one’s own off', async () => {
    const { body } = await admin.post(`/admin/people/${admin.id}/reset-mfa`, { password: PASSWORD })
    expect(body.code).toBe('own_person')
  })
})
