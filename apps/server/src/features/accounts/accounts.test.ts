import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../../test/client.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const ana = { username: 'ana', email: 'ana@example.org', password: PASSWORD }

describe('registering', () => {
  it('signs in and tells who one is', async () => {
    const { status, body } = await server.stranger.post('/auth/register', ana)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 1800,
      user: { username: 'ana', role: 'attendee' },
    })
    const me = await createClient(server.url, { token: body.access_token }).get('/auth/me')
    expect(me.body).toMatchObject({ username: 'ana', email: 'ana@example.org', default_audience: 'public' })
  })

  it('refuses a taken name and a taken address alike', async () => {
    const name = await server.stranger.post('/auth/register', {
      ...ana,
      username: 'ANA',
      email: 'other@example.org',
    })
    const address = await server.stranger.post('/auth/register', { ...ana, username: 'other' })
    expect([name.status, name.body.code]).toEqual([409, 'identity_taken'])
    expect([address.status, address.body.code]).toEqual([409, 'identity_taken'])
  })

  it.each(['me', 'Settings'])('keeps the address %s for itself', async (username) => {
    const { status, body } = await server.stranger.post('/auth/register', { ...ana, username })
    expect([status, body.errors[0].field]).toEqual([422, 'username'])
  })

  it.each([
    ['14 characters', 'fourteen chars'.slice(0, 14), 422],
    ['15 characters', 'fifteen charact', 201],
    ['128 characters', 'long enough, x-'.repeat(9).slice(0, 120).concat('quietly!'), 201],
    ['129 characters', 'long enough, x-'.repeat(9).slice(0, 120).concat('quietly!!'), 422],
    ['a common one', 'passwordpassword', 422],
    ['emoji', '🎸🥁🎹🎺🎻🎤🎧🪕🪘🪗🎷🪈🎼🎵🎶', 201],
  ])('1: a password of %s', async (name, password, status) => {
    const person = {
      username: `p-${name.replaceAll(' ', '-')}`,
      email: `${name.replaceAll(' ', '')}@example.org`,
      password,
    }
    expect((await server.stranger.post('/auth/register', person)).status).toBe(status)
  })

  it('21: cannot be used to become more than one is', async () => {
    const { status, body } = await server.stranger.post('/auth/register', {
      ...ana,
      username: 'eve',
      role: 'admin',
      email_verified: true,
    })
    expect(status).toBe(422)
    expect(body.errors.map((error: { field: string }) => error.field)).toContain('email_verified')
  })
})

describe('signing in', () => {
  it('takes the e-mail or the name, in any case', async () => {
    for (const identifier of ['ana', 'Ana@Example.org']) {
      expect((await server.stranger.post('/auth/login', { identifier, password: PASSWORD })).status).toBe(200)
    }
    expect(
      (await server.stranger.post('/auth/login', { email: 'ana@example.org', password: PASSWORD })).status,
    ).toBe(200)
  })

  it('3: says the same for a wrong password and a person who does not exist', async () => {
    const wrong = await server.stranger.post('/auth/login', {
      identifier: 'ana',
      password: 'not the password',
    })
    const unknown = await server.stranger.post('/auth/login', {
      identifier: 'nobody',
      password: 'not the password',
    })
    expect(wrong.status).toBe(401)
    expect({ ...wrong.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' })
  })

  it('14: sets cookies that scripts cannot read and other sites cannot send', async () => {
    const { headers } = await server.stranger.post('/auth/login', { identifier: 'ana', password: PASSWORD })
    const cookies = headers.getSetCookie()
    expect(cookies).toHaveLength(2)
    for (const cookie of cookies) expect(cookie).toMatch(/^sms_(access|refresh)=.*HttpOnly.*SameSite=Lax/)
  })

  it('14: binds them to this host and to TLS when the address is https', async () => {
    const secure = await startTestServer({ PUBLIC_URL: 'https://shows.example.org' })
    await secure.people('zoe')
    const { headers } = await secure.stranger.post('/auth/login', { identifier: 'zoe', password: PASSWORD })
    const cookies = headers.getSetCookie()
    expect(cookies.map((cookie) => cookie.split('=', 1)[0])).toEqual([
      '__Host-sms_access',
      '__Host-sms_refresh',
    ])
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Path=\/;/)
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; Secure/)
      expect(cookie).not.toMatch(/; Domain=/)
    }
    await secure.stop()
  })

  it('tells of a suspension only whoever knows the password', async () => {
    const suspend = (when: string) =>
      server.app.pool.query(`update users set suspended_at = ${when} where username = 'ana'`)
    const signIn = async (password: string) => {
      const { status, body } = await server.stranger.post('/auth/login', { identifier: 'ana', password })
      return [status, body.code]
    }
    await suspend('now()')
    expect(await signIn('not the password')).toEqual([401, 'invalid_credentials'])
    expect(await signIn(PASSWORD)).toEqual([403, 'account_suspended'])
    await suspend('null')
    expect(await signIn(PASSWORD)).toEqual([200, undefined])
  })

  it('38: a cookie alone is not enough for another site', async () => {
    const { headers } = await server.stranger.post('/auth/login', { identifier: 'ana', password: PASSWORD })
    const cookie = headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    const patch = (extra: Record<string, string>) =>
      server.stranger.request('PATCH', '/users/me', {
        headers: { cookie, 'content-type': 'application/json', ...extra },
        body: JSON.stringify({ bio: 'hello' }),
      })
    expect((await patch({ origin: 'https://evil.example' })).body.code).toBe('foreign_origin')
    expect((await patch({ 'sec-fetch-site': 'cross-site' })).body.code).toBe('foreign_origin')
    expect((await patch({ 'content-type': 'text/plain' })).status).toBe(415)
    expect((await patch({ origin: server.url })).status).toBe(200)
  })
})

describe('the status', () => {
  it('tells nobody that nobody is signed in', async () => {
    const { body } = await server.stranger.get('/auth/status')
    expect(body).toEqual({
      authenticated: false,
      user: null,
      spotify: { linked: false, needs_reconnect: false },
    })
  })
})
