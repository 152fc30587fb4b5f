import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../../test/client.ts'
import { allJobsDone, mailsOf, newestMail } from '../../../test/mail.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const NEW = 'another long enough password'
const signIn = (identifier: string, password: string) =>
  server.stranger.post('/auth/login', { identifier, password })
const forget = (email: string) => server.stranger.post('/auth/forgot-password', { email })
const reset = (token: string, new_password = NEW) =>
  server.stranger.post('/auth/reset-password', { token, new_password })
const resetToken = async (username: string) => {
  const address = `${username}@example.org`
  const [before] = (await mailsOf(server, address)).filter(({ subject }) => isReset(subject)).slice(-1)
  expect((await forget(address)).status).toBe(200)
  const mail = await newestMail(server, address, ({ id, subject }) => isReset(subject) && id !== before?.id)
  return mail.token
}
/** Waits until so many transactions wait for what another one holds. */
const waitingForLocks = (count: number) =>
  expect
    .poll(
      async () => {
        const { rows } = await server.app.pool.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        return rows.length
      },
      { timeout: 20_000 },
    )
    .toBe(count)
const isReset = (subject: string) => subject.startsWith('Choose a new')
const expectRefused = (answer: Awaited<ReturnType<Client['post']>>, status: number, code: string) =>
  expect([answer.status, answer.body.code]).toEqual([status, code])

describe('a forgotten password', () => {
  it('15: is set anew by a mailed link, which works once', async () => {
    const [ana] = await server.people('ana')
    const token = await resetToken('ana')
    const answer = await reset(token)
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []])
    expectRefused(await signIn('ana', PASSWORD), 401, 'invalid_credentials')
    expect((await signIn('ana', NEW)).status).toBe(200)
    expect((await ana.get('/users/me')).status).toBe(401)
    expectRefused(await reset(token, 'a third long enough password'), 422, 'link_used')
    expect((await newestMail(server, 'ana@example.org')).subject).toContain('password was changed')
  })

  it('15: of two who follow the link at once one sets a password', async () => {
    await server.people('bea')
    const token = await resetToken('bea')
    const passwords = [NEW, 'a third long enough password']
    const answers = await Promise.all(passwords.map((password) => reset(token, password)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    const signedIn = await Promise.all(passwords.map((password) => signIn('bea', password)))
    expect(signedIn.map(({ status }) => status)).toEqual(
      answers.map(({ status }) => (status === 200 ? 200 : 401)),
    )
  })

  it('15: whoever signs in with the old password at that moment stays outside', async () => {
    await server.people('ben')
    const token = await resetToken('ben')
    const holding = await server.app.pool.connect()
    await holding.query(`begin; select 1 from users where username = 'ben' for update`)
    const resetting = reset(token)
    await waitingForLocks(1)
    const signingIn = signIn('ben', PASSWORD)
    await waitingForLocks(2)
    await holding.query('commit')
    holding.release()
    expect((await resetting).status).toBe(200)
    expectRefused(await signingIn, 401, 'invalid_credentials')
  })

  it('15: stays forgotten by a link that expired, that never was, or that is for something else', async () => {
    await server.people('cem')
    const token = await resetToken('cem')
    await server.app.pool.query(
      `update mailed_links set expires_at = now() - interval '1 s' where purpose = 'reset_password'`,
    )
    expectRefused(await reset(token), 422, 'link_expired')
    expectRefused(await reset(`sms_ml_${'a'.repeat(43)}`), 422, 'link_invalid')
    const { token: verifying } = await newestMail(server, 'cem@example.org', ({ subject }) =>
      subject.startsWith('Welcome'),
    )
    expectRefused(await reset(verifying), 422, 'link_invalid')
    expect((await signIn('cem', PASSWORD)).status).toBe(200)
  })

  it('15: an older link does nothing once the password was changed in another way', async () => {
    const [dora] = await server.people('dora')
    const token = await resetToken('dora')
    const change = { current_password: PASSWORD, new_password: NEW }
    expect((await dora.put('/users/me/password', change)).status).toBe(204)
    expectRefused(await reset(token, 'a third long enough password'), 422, 'link_invalid')
    expect((await signIn('dora', NEW)).status).toBe(200)
  })

  it('15: a link is useless to whoever reads the database', async () => {
    await server.people('emil')
    const token = await resetToken('emil')
    await allJobsDone(server)
    const { rows } = await server.app.pool.query(`select mailed_links::text as row from mailed_links`)
    expect(rows.length).toBeGreaterThan(0)
    for (const { row } of rows) {
      expect(row).not.toContain(token)
      expect(row).not.toContain(Buffer.from(token).toString('hex'))
    }
  })

  it('15: no address of ours is told to whoever a page leads to', async () => {
    const page = await fetch(`${server.url}/reset-password?token=sms_ml_x`, {
      headers: { accept: 'text/html' },
    })
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('3: is asked for alike by somebody and by nobody', async () => {
    await server.people('fay')
    for (const [path, body] of [
      ['/auth/forgot-password', {}],
      ['/auth/reset-password', {}],
    ] as const) {
      const known = await server.stranger.post(path, { ...body, email: 'fay@example.org' })
      const unknown = await server.stranger.post(path, { ...body, email: 'nobody@example.org' })
      expect([known.status, known.body]).toEqual([200, unknown.body])
      expect(unknown.status).toBe(200)
    }
    await allJobsDone(server)
    expect(await mailsOf(server, 'nobody@example.org')).toEqual([])
  })

  it('16: links to the public address, whatever host is asked', async () => {
    const elsewhere = await startTestServer({ PUBLIC_URL: 'https://shows.example.net' })
    await elsewhere.people('gus')
    const forged = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
    await elsewhere.stranger.post('/auth/forgot-password', { email: 'gus@example.org' }, forged)
    const mail = await newestMail(elsewhere, 'gus@example.org', ({ subject }) => isReset(subject))
    expect(mail.text).toContain('https://shows.example.net/reset-password?token=')
    expect(mail.text).not.toContain('evil.example')
    await elsewhere.stop()
  })

  it('keeps the link for another try when the new password is refused', async () => {
    await server.people('hal')
    const token = await resetToken('hal')
    const refused = await reset(token, 'passwordpassword')
    expectRefused(refused, 422, 'password_too_common')
    expect(refused.body.errors[0].field).toBe('new_password')
    expect((await reset(token)).status).toBe(200)
  })

  it.each([
    [{}],
    [{ email: 'ana@example.org', token: 'x', new_password: NEW }],
    [{ email: 'ana@example.org', new_password: NEW }],
    [{ token: 'x' }],
  ])('means one thing or the other: %j is neither', async (body) => {
    expectRefused(await server.stranger.post('/auth/reset-password', body), 422, 'validation_failed')
  })

  it('confirms the address that the link was mailed to', async () => {
    await server.people('ida')
    await reset(await resetToken('ida'))
    expect((await signIn('ida', NEW)).body.user.email_verified).toBe(true)
  })

  it('is mailed about once in a while, however often it is asked for', async () => {
    const limited = await startTestServer({ RATE_LIMITS: 'on' })
    await limited.people('jan')
    const email = 'jan@example.org'
    const resets = async () =>
      (await mailsOf(limited, email)).filter(({ subject }) => isReset(subject)).length
    for (let n = 0; n < 3; n++) await limited.stranger.post('/auth/forgot-password', { email })
    await allJobsDone(limited)
    expect(await resets()).toBe(1)
    await limited.app.pool.query(`update mailed_links set created_at = created_at - interval '61 s'`)
    expect((await limited.stranger.post('/auth/forgot-password', { email })).status).toBe(200)
    await allJobsDone(limited)
    expect(await resets()).toBe(2)
    await limited.stop()
  })
})

describe('8: changing the password', () => {
  it('asks for the old one and tells by mail', async () => {
    const [kim] = await server.people('kim')
    const change = (current_password: string) =>
      kim.put('/users/me/password', { current_password, new_password: NEW })
    expectRefused(await change('not the password'), 403, 'password_wrong')
    expect((await change(PASSWORD)).status).toBe(204)
    expectRefused(await signIn('kim', PASSWORD), 401, 'invalid_credentials')
    expect((await signIn('kim', NEW)).status).toBe(200)
    const mail = await newestMail(server, 'kim@example.org', ({ subject }) => subject.includes('changed'))
    expect(mail.text).toContain('/forgot-password')
  })

  it('says why a new one is refused', async () => {
    const [lea] = await server.people('lea')
    const { status, body } = await lea.put('/users/me/password', {
      current_password: PASSWORD,
      new_password: 'aaaaaaaaaaaaaaaaaaaa',
    })
    expect([status, body.code, body.errors[0].field]).toEqual([422, 'password_too_common', 'new_password'])
    expect(body.errors[0].message).toContain('repeats itself')
  })

  it('happens once when it is asked for twice at once', async () => {
    const [max] = await server.people('max')
    const passwords = [NEW, 'a third long enough password']
    const answers = await Promise.all(
      passwords.map((new_password) =>
        max.put('/users/me/password', { current_password: PASSWORD, new_password }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403])
  })

  it('is slowed down for the session that guesses, and for no other', async () => {
    const limited = await startTestServer({ RATE_LIMITS: 'on' })
    const [thief] = await limited.people('nora')
    const guess = (who: Client, current_password: string) =>
      who.put('/users/me/password', { current_password, new_password: NEW })
    const statuses: number[] = []
    for (let n = 0; n < 12; n++) statuses.push((await guess(thief, `guess number ${n}`)).status)
    expect(statuses).toEqual([...Array(10).fill(403), 429, 429])
    const refused = await guess(thief, PASSWORD)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const signedIn = await limited.stranger.post('/auth/login', { identifier: 'nora', password: PASSWORD })
    const owner = createClient(limited.url, { token: signedIn.body.access_token })
    expect((await guess(owner, PASSWORD)).status).toBe(204)
    await limited.stop()
  })
})

describe('12: a change of password', () => {
  it.each([
    ['ends the other sessions', {}, 401],
    ['leaves them, if one likes', { end_other_sessions: false }, 200],
  ])('%s', async (_name, choice, status) => {
    const name = `p${status}`
    const [here] = await server.people(name)
    const there = createClient(server.url, { token: (await signIn(name, PASSWORD)).body.access_token })
    expect((await there.get('/users/me')).status).toBe(200)
    const change = { current_password: PASSWORD, new_password: NEW, ...choice }
    expect((await here.put('/users/me/password', change)).status).toBe(204)
    expect((await there.get('/users/me')).status).toBe(status)
    expect((await here.get('/users/me')).status).toBe(200)
  })
})
