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

describe('sessions', () => {
  const signIn = async () =>
    (await server.stranger.post('/auth/login', { identifier: 'ana', password: PASSWORD })).body
  const exchange = (refresh_token: string) => server.stranger.post('/auth/refresh', { refresh_token })
  const age = (seconds: number) =>
    server.app.pool.query(
      `update refresh_tokens set used_at = used_at - interval '${seconds} s' where used_at is not null`,
    )

  it('9: an old refresh token ends the family', async () => {
    const first = await signIn()
    const second = await exchange(first.refresh_token)
    expect(second.status).toBe(200)
    await age(31)
    expect((await exchange(first.refresh_token)).status).toBe(401)
    expect((await exchange(second.body.refresh_token)).status).toBe(401)
    expect((await createClient(server.url, { token: second.body.access_token }).get('/auth/me')).status).toBe(
      401,
    )
  })

  it('10: two tabs may refresh at the same moment', async () => {
    const { refresh_token } = await signIn()
    const both = await Promise.all([exchange(refresh_token), exchange(refresh_token)])
    expect(both.map((answer) => answer.status)).toEqual([200, 200])
    for (const { body } of both) expect((await exchange(body.refresh_token)).status).toBe(200)
  })

  it('11: signing out takes effect at once', async () => {
    const { access_token, refresh_token } = await signIn()
    const tab = createClient(server.url, { token: access_token })
    expect((await tab.get('/auth/me')).status).toBe(200)
    expect((await tab.post('/auth/logout')).status).toBe(204)
    expect((await tab.get('/auth/me')).status).toBe(401)
    expect((await exchange(refresh_token)).status).toBe(401)
  })

  it('13: refuses tokens that are not ours', async () => {
    const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbmEifQ.'
    for (const token of [jwt, `sms_at_${'a'.repeat(43)}`, 'x', '../../etc']) {
      expect((await createClient(server.url, { token }).get('/auth/me')).status).toBe(401)
    }
  })

  it('tells nobody that nobody is signed in', async () => {
    const { body } = await server.stranger.get('/auth/status')
    expect(body).toEqual({
      authenticated: false,
      user: null,
      spotify: { linked: false, needs_reconnect: false },
    })
  })
})

describe('2: guessing passwords', () => {
  it('is slowed down for the guesser and nobody else', async () => {
    const limited = await startTestServer({ RATE_LIMITS: 'on', TRUST_PROXY: '127.0.0.1' })
    const login = (ip: string, password: string) =>
      limited.stranger.post('/auth/login', { identifier: 'ana', password }, { 'x-forwarded-for': ip })
    await limited.stranger.post('/auth/register', ana)
    const statuses: number[] = []
    for (let i = 0; i < 20; i++) statuses.push((await login('203.0.113.9', 'not the password')).status)
    expect(statuses.indexOf(429)).toBeGreaterThanOrEqual(9)
    const refused = await login('203.0.113.9', PASSWORD)
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect((await login('198.51.100.7', PASSWORD)).status).toBe(200)
    await limited.stop()
  })
})
