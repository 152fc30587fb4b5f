import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allJobsDone, mailsOf } from '../../../../test/mail.ts'
import { addressOf, enableEmail, mailedCode, otherThan, tabOf, typePassword } from '../../../../test/mfa.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../../test/server.ts'
import { sweepSessions } from './sweep.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const registration = (username: string) => ({
  username,
  email: `${username}@example.org`,
  password: PASSWORD,
  enable_mfa: true,
})
const register = (username: string) => server.stranger.post('/auth/register', registration(username))
const verify = (body: object) => server.stranger.post('/auth/verify-mfa', body)

describe('flow 1: registering with it', () => {
  it('asks for the code of the one welcome mail, which signs in and confirms the address', async () => {
    const begun = await register('ana')
    expect([begun.status, begun.headers.getSetCookie()]).toEqual([200, []])
    expect(begun.body).toEqual({
      mfa_required: true,
      mfa_ticket: expect.stringMatching(/^sms_mt_/),
      methods: ['email'],
      method: 'email',
      expires_in: 600,
      resend_in: 0,
    })
    await allJobsDone(server)
    const [mail, ...more] = await mailsOf(server, 'ana@example.org')
    expect(more).toEqual([])
    expect(mail?.subject).toBe('Welcome ana! Verify your ShareMyShows account')
    const entered = await verify({ mfa_ticket: begun.body.mfa_ticket, code: mail?.code })
    expect(entered.status).toBe(200)
    expect(entered.headers.getSetCookie()).toHaveLength(2)
    expect(entered.body.user).toMatchObject({ username: 'ana', email_verified: true, mfa_enabled: true })
    const me = await tabOf(server, entered.body).get('/auth/me')
    expect(me.body).toMatchObject({ email_verified: true, mfa_enabled: true })
  })

  it('can be gone on with at the next sign-in', async () => {
    await register('bo')
    const first = await mailedCode(server, { username: 'bo' })
    const { mfa_ticket } = await typePassword(server, { username: 'bo' })
    const { code } = await mailedCode(server, { username: 'bo' }, first.id)
    expect((await verify({ mfa_ticket, code })).body.user.email_verified).toBe(true)
  })

  it('holds the name for a week', async () => {
    await register('never')
    await register('late')
    const aged = (days: number, username: string) =>
      server.app.pool.query(`update users set created_at = now() - $1::interval where username = $2`, [
        `${days} days`,
        username,
      ])
    await aged(8, 'never')
    await aged(6, 'late')
    await aged(8, 'ana')
    await sweepSessions(server.app.db)
    const { rows } = await server.app.pool.query(
      `select username from users where username in ('ana', 'never', 'late') order by 1`,
    )
    expect(rows.map(({ username }) => username)).toEqual(['ana', 'late'])
    expect((await register('never')).status).toBe(200)
  })
})

describe('flow 2: signing in', () => {
  it('takes the mailed code, however it is typed, once', async () => {
    const [cleo] = await server.people('cleo')
    await enableEmail(server, cleo)
    const setUp = await mailedCode(server, cleo)
    const { mfa_ticket, methods, access_token } = await typePassword(server, cleo)
    expect([methods, access_token]).toEqual([['email', 'recovery'], undefined])
    const mail = await mailedCode(server, cleo, setUp.id)
    expect(mail.subject).toBe('Your ShareMyShows Login Code')
    const entered = await verify({ mfa_ticket, code: ` ${mail.code.slice(0, 3)} ${mail.code.slice(3)} ` })
    expect([entered.status, entered.headers.getSetCookie().length]).toEqual([200, 2])
    expect((await verify({ mfa_ticket, code: mail.code })).body.code).toBe('mfa_ticket_refused')
    const again = await typePassword(server, cleo)
    const refused = await verify({ mfa_ticket: again.mfa_ticket, code: mail.code })
    expect([refused.body.code, refused.body.message]).toEqual([
      'code_used_up',
      expect.stringContaining('used already'),
    ])
  })

  it('knows the newest sign-in by the address, too, and says nothing about addresses', async () => {
    const [dora] = await server.people('dora')
    await enableEmail(server, dora)
    const setUp = await mailedCode(server, dora)
    const email = addressOf(dora)
    const before = await verify({ email, code: '123456' })
    const nobody = await verify({ email: 'nobody@example.org', code: '123456' })
    expect([before.status, before.body.code]).toEqual([422, 'code_invalid'])
    expect({ ...nobody.body, request_id: '' }).toEqual({ ...before.body, request_id: '' })
    await typePassword(server, dora)
    const first = await mailedCode(server, dora, setUp.id)
    await typePassword(server, dora)
    const second = await mailedCode(server, dora, first.id)
    expect((await verify({ email, code: first.code })).body.code).toBe('code_expired')
    expect((await verify({ email: email.toUpperCase(), code: second.code })).status).toBe(200)
  })

  it('tells wrong, expired and used-up codes apart', async () => {
    const [eva] = await server.people('eva')
    await enableEmail(server, eva)
    const setUp = await mailedCode(server, eva)
    const { mfa_ticket } = await typePassword(server, eva)
    const { code } = await mailedCode(server, eva, setUp.id)
    const wrong = await verify({ mfa_ticket, code: otherThan(code) })
    await server.app.pool.query(
      `update one_time_codes set expires_at = now() - interval '1 s' where user_id = $1`,
      [eva.id],
    )
    const expired = await verify({ mfa_ticket, code })
    await server.app.pool.query('update code_tries set wrong = 5 where user_id = $1', [eva.id])
    const usedUp = await verify({ mfa_ticket, code })
    const answers = [wrong, expired, usedUp]
    expect(answers.map(({ body }) => body.code)).toEqual(['code_invalid', 'code_expired', 'code_used_up'])
    expect(new Set(answers.map(({ body }) => body.message)).size).toBe(3)
    expect(usedUp.body.retry_after).toBeGreaterThan(0)
  })

  it('lets one of two equal answers in', async () => {
    const [fay] = await server.people('fay')
    await enableEmail(server, fay)
    const setUp = await mailedCode(server, fay)
    const { mfa_ticket } = await typePassword(server, fay)
    const { code } = await mailedCode(server, fay, setUp.id)
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        verify(index % 2 === 0 ? { mfa_ticket, code } : { email: addressOf(fay), code }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const { rows } = await server.app.pool.query('select 1 from sessions where user_id = $1', [fay.id])
    expect(rows).toHaveLength(1)
  })

  it('ends with its ticket', async () => {
    const { mfa_ticket } = (await register('gil')).body
    const { code } = await mailedCode(server, { username: 'gil' })
    const unknown = await verify({ mfa_ticket: `sms_mt_${'a'.repeat(43)}`, code })
    expect([unknown.status, unknown.body.code]).toEqual([401, 'mfa_ticket_refused'])
    await server.app.pool.query(`update challenges set expires_at = now() - interval '1 s'`)
    expect((await verify({ mfa_ticket, code })).body.code).toBe('mfa_ticket_refused')
    expect((await verify({ email: 'gil@example.org', code })).body.code).toBe('code_invalid')
  })

  it('asks for a ticket or an address, and not for both', async () => {
    for (const waiting of [{}, { mfa_ticket: 'x', email: 'ana@example.org' }]) {
      expect((await verify({ ...waiting, code: '123456' })).body.errors[0].field).toBe('mfa_ticket')
    }
  })
})

it('forgets codes, sign-ins, tries and begun set-ups a day after they ran out', async () => {
  const [hal] = await server.people('hal')
  await hal.post('/auth/profile/mfa', { enable: true, method: 'email', password: PASSWORD })
  await hal.post('/auth/profile/mfa/verify', { code: otherThan((await mailedCode(server, hal)).code) })
  await register('ina')
  const count = async () => {
    const tables = ['one_time_codes', 'challenges', 'code_tries', 'credentials where confirmed_at is null']
    const found = await Promise.all(tables.map((table) => server.app.pool.query(`select 1 from ${table}`)))
    return found.map(({ rows }) => rows.length)
  }
  await server.app.pool.query(`update one_time_codes set expires_at = now() - interval '23 hours'`)
  await sweepSessions(server.app.db)
  expect(Math.min(...(await count()))).toBeGreaterThan(0)
  await server.app.pool.query(`update one_time_codes set expires_at = now() - interval '25 hours'`)
  await server.app.pool.query(`update challenges set expires_at = now() - interval '25 hours'`)
  await server.app.pool.query(`update code_tries set since = now() - interval '25 hours'`)
  await server.app.pool.query(`update credentials set created_at = now() - interval '25 hours'`)
  await sweepSessions(server.app.db)
  expect(await count()).toEqual([0, 0, 0, 0])
  expect((await typePassword(server, { username: 'ina' })).methods).toEqual(['email'])
})
