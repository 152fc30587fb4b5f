import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { listen } from '../../../test/live.ts'
import { allJobsDone, mailsOf, newestMail } from '../../../test/mail.ts'
import { enableEmail, mailedCode, tabOf, typePassword } from '../../../test/mfa.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const verify = (token: string) => server.stranger.post('/auth/verify-email', { token })
const change = (who: Client, email: string, password = PASSWORD) =>
  who.put('/users/me/email', { email, password })
const me = async (who: Client) => (await who.get('/users/me')).body
const tokenTo = async (address: string) =>
  (await newestMail(server, address, ({ token }) => token !== '')).token
const expectRefused = (answer: Awaited<ReturnType<Client['post']>>, status: number, code: string) =>
  expect([answer.status, answer.body.code]).toEqual([status, code])

describe('confirming the address', () => {
  it('is done by the link in the welcome, once', async () => {
    const [ana] = await server.people('ana')
    const token = await tokenTo('ana@example.org')
    expect((await me(ana)).email_verified).toBe(false)
    const { status, body } = await verify(token)
    expect([status, body]).toEqual([200, { email: 'ana@example.org', email_verified: true }])
    expect((await me(ana)).email_verified).toBe(true)
    expectRefused(await verify(token), 422, 'link_used')
  })

  it('is not done by opening the link, as mail scanners do', async () => {
    const [bea] = await server.people('bea')
    const token = await tokenTo('bea@example.org')
    for (const method of ['GET', 'HEAD']) {
      for (const path of ['/verify-email', '/api/v1/auth/verify-email', '/api/auth/verify-email']) {
        await fetch(`${server.url}${path}?token=${token}`, { method, headers: { accept: 'text/html' } })
      }
    }
    expect((await me(bea)).email_verified).toBe(false)
    expect((await verify(token)).status).toBe(200)
  })

  it('is seen at once on pages that are open elsewhere', async () => {
    const [ula] = await server.people('ula')
    const { socket, hear } = await listen(server.url, ula)
    await verify(await tokenTo('ula@example.org'))
    await hear('account_changed', { what: 'me' })
    socket.disconnect()
  })

  it('works with an older link as well, and with none that expired', async () => {
    const [cem] = await server.people('cem')
    const older = await tokenTo('cem@example.org')
    expect((await cem.post('/auth/verify-email/resend')).body).toEqual({ resend_in: 0 })
    const newer = (await newestMail(server, 'cem@example.org', ({ token }) => token !== older)).token
    await server.app.pool.query(`update mailed_links set expires_at = now() - interval '1 s'`)
    expectRefused(await verify(newer), 422, 'link_expired')
    await server.app.pool.query(`update mailed_links set expires_at = now() + interval '1 d'`)
    expect((await verify(older)).status).toBe(200)
    expectRefused(await cem.post('/auth/verify-email/resend'), 409, 'already_verified')
  })

  it('can be asked for again once a minute has passed', async () => {
    const limited = await startTestServer({ RATE_LIMITS: 'on' })
    const [dora] = await limited.people('dora')
    const early = await dora.post('/auth/verify-email/resend')
    expectRefused(early, 429, 'resend_too_early')
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(50)
    await limited.app.pool.query(`update mailed_links set created_at = created_at - interval '61 s'`)
    expect((await dora.post('/auth/verify-email/resend')).body).toEqual({ resend_in: 60 })
    await limited.stop()
  })
})

describe('8: changing the address', () => {
  it('asks for the password, tells the old one, and waits for the new one to answer', async () => {
    const [eva] = await server.people('eva')
    expectRefused(await change(eva, 'eva@example.net', 'not the password'), 403, 'password_wrong')
    expect((await me(eva)).pending_email).toBeNull()
    const asked = await change(eva, 'eva@example.net')
    expect([asked.status, asked.body.email, asked.body.pending_email]).toEqual([
      200,
      'eva@example.org',
      'eva@example.net',
    ])
    const notice = await newestMail(server, 'eva@example.org', ({ subject }) => subject.includes('Another'))
    expect(notice.token).toBe('')
    const done = await verify(await tokenTo('eva@example.net'))
    expect(done.body).toEqual({ email: 'eva@example.net', email_verified: true })
    expect(await me(eva)).toMatchObject({
      email: 'eva@example.net',
      email_verified: true,
      pending_email: null,
    })
    await newestMail(server, 'eva@example.org', ({ subject }) => subject.includes('has another address'))
    expect(
      (await server.stranger.post('/auth/login', { email: 'eva@example.net', password: PASSWORD })).status,
    ).toBe(200)
  })

  it('is given up by its person, and its link then works no more', async () => {
    const [fay] = await server.people('fay')
    await change(fay, 'fay@example.net')
    const token = await tokenTo('fay@example.net')
    expect((await fay.delete('/users/me/email')).status).toBe(204)
    expectRefused(await verify(token), 422, 'link_invalid')
    expect(await me(fay)).toMatchObject({ email: 'fay@example.org', pending_email: null })
  })

  it('makes what was mailed to the old address worthless', async () => {
    const [gus] = await server.people('gus')
    await server.stranger.post('/auth/forgot-password', { email: 'gus@example.org' })
    const { token } = await newestMail(server, 'gus@example.org', ({ text }) => text.includes('/reset-'))
    await change(gus, 'gus@example.net')
    expect((await verify(await tokenTo('gus@example.net'))).status).toBe(200)
    const reset = { token, new_password: 'another long enough password' }
    expectRefused(await server.stranger.post('/auth/reset-password', reset), 422, 'link_invalid')
  })

  it('ends sign-ins whose code went to the old address', async () => {
    const [bo] = await server.people('bo')
    await enableEmail(server, bo)
    const enabling = await mailedCode(server, bo)
    const begun = await typePassword(server, bo)
    const first = await mailedCode(server, bo, enabling.id)
    const verifying = await server.stranger.post('/auth/verify-mfa', {
      mfa_ticket: begun.mfa_ticket,
      code: first.code,
    })
    const tab = tabOf(server, verifying.body)
    const { mfa_ticket } = await typePassword(server, bo)
    const { code } = await mailedCode(server, bo, first.id)
    await change(tab, 'bo@example.net')
    expect((await verify(await tokenTo('bo@example.net'))).status).toBe(200)
    const late = await server.stranger.post('/auth/verify-mfa', { mfa_ticket, code })
    expectRefused(late, 401, 'mfa_ticket_refused')
  })

  it('follows the newest wish only', async () => {
    const [hal] = await server.people('hal')
    await change(hal, 'hal@first.example')
    await change(hal, 'hal@second.example')
    expectRefused(await verify(await tokenTo('hal@first.example')), 422, 'link_invalid')
    expect((await verify(await tokenTo('hal@second.example'))).status).toBe(200)
  })

  it('takes no address that somebody uses, in any capitals, and not the same one', async () => {
    const [ida] = await server.people('ida', 'jan')
    expectRefused(await change(ida, 'JAN@example.org'), 409, 'identity_taken')
    const same = await change(ida, 'Ida@Example.org')
    expect([same.status, same.body.errors[0].field]).toEqual([422, 'email'])
  })

  it('lets one of two have an address that both want', async () => {
    const both = await server.people('kim', 'lea')
    for (const who of both) {
      expect((await change(who, 'wanted@example.net')).status).toBe(200)
    }
    await allJobsDone(server)
    const tokens = (await mailsOf(server, 'wanted@example.net')).map(({ token }) => token)
    const answers = await Promise.all(tokens.map(verify))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const addresses = await Promise.all(both.map(async (who) => (await me(who)).email))
    expect(addresses.filter((address) => address === 'wanted@example.net')).toHaveLength(1)
  })

  it('sends the link again to the new address', async () => {
    const [max] = await server.people('max')
    await change(max, 'max@example.net')
    const first = await tokenTo('max@example.net')
    expect((await max.post('/auth/verify-email/resend')).status).toBe(200)
    const { token } = await newestMail(server, 'max@example.net', (mail) => mail.token !== first)
    expect((await verify(token)).body.email).toBe('max@example.net')
  })

  it('asks no more than ten addresses a day', async () => {
    const limited = await startTestServer({ RATE_LIMITS: 'on' })
    const [nora] = await limited.people('nora')
    const statuses: number[] = []
    for (let n = 0; n < 11; n++) statuses.push((await change(nora, `n${n}@example.net`)).status)
    expect(statuses).toEqual([...Array(10).fill(200), 429])
    await limited.stop()
  })
})
