import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../../../test/client.ts'
import { listen } from '../../../../test/live.ts'
import { allJobsDone, mailsOf, newestMail } from '../../../../test/mail.ts'
import {
  addressOf,
  appOf,
  enableEmail,
  enableTotp,
  mailedCode,
  tabOf,
  typePassword,
} from '../../../../test/mfa.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const change = (who: Client, body: object) => who.post('/auth/profile/mfa', { password: PASSWORD, ...body })
const confirm = (who: Client, code: string) => who.post('/auth/profile/mfa/verify', { code })
const state = async (who: Client) => (await who.get('/auth/mfa')).body
/** Comes in with the code that is mailed now. */
async function comeIn(who: Client): Promise<Client> {
  const before = await mailedCode(server, who)
  const { mfa_ticket } = await typePassword(server, who)
  const { code } = await mailedCode(server, who, before.id)
  return tabOf(server, (await server.stranger.post('/auth/verify-mfa', { mfa_ticket, code })).body)
}

describe('flow 3: switching it on', () => {
  it('holds from its first code on', async () => {
    const [ana] = await server.people('ana')
    expect(await state(ana)).toEqual({
      enabled: false,
      methods: [],
      preferred: null,
      recovery_codes_left: 0,
      pending: null,
    })
    const begun = await change(ana, { enable: true })
    expect(begun.body).toEqual({
      enabled: false,
      method: 'email',
      state: 'code_sent',
      expires_in: 600,
      resend_in: 0,
    })
    expect(await state(ana)).toMatchObject({ enabled: false, pending: 'email' })
    expect((await typePassword(server, ana)).access_token).toBeDefined()
    const mail = await mailedCode(server, ana)
    expect(mail.subject).toBe('Enable Multi-Factor Authentication - ShareMyShows')
    const done = await confirm(ana, mail.code)
    expect(done.body).toEqual({
      logout_required: true,
      message: 'MFA enabled! Log in again with MFA',
      recovery_codes: expect.any(Array),
    })
    expect(done.headers.getSetCookie().every((cookie) => /=;.*Max-Age=0/.test(cookie))).toBe(true)
    const tab = await comeIn(ana)
    expect((await tab.get('/auth/me')).body).toMatchObject({ mfa_enabled: true, email_verified: true })
    expect(await state(tab)).toMatchObject({
      enabled: true,
      methods: [{ method: 'email', since: expect.any(String) }],
      preferred: 'email',
      recovery_codes_left: 10,
      pending: null,
    })
    expect((await change(tab, { enable: true, method: 'email' })).body.code).toBe('mfa_already_on')
  })

  it('takes the newest code, and one of two equal ones', async () => {
    const [bo] = await server.people('bo')
    expect((await confirm(bo, '123456')).body.code).toBe('mfa_not_pending')
    expect((await bo.post('/auth/profile/mfa/resend')).body.code).toBe('mfa_not_pending')
    await change(bo, { enable: true, method: 'email' })
    const first = await mailedCode(server, bo)
    expect((await bo.post('/auth/profile/mfa/resend')).body).toEqual({ expires_in: 600, resend_in: 0 })
    const { code } = await mailedCode(server, bo, first.id)
    expect((await confirm(bo, first.code)).body.code).toBe('code_expired')
    const answers = await Promise.all([confirm(bo, code), confirm(bo, code), confirm(bo, code)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('can be begun with mail and ended with an app, within ten minutes', async () => {
    const [cleo] = await server.people('cleo')
    await change(cleo, { enable: true, method: 'email' })
    const mail = await mailedCode(server, cleo)
    const { totp } = (await change(cleo, { enable: true, method: 'totp' })).body
    expect(await state(cleo)).toMatchObject({ pending: 'totp' })
    expect((await confirm(cleo, mail.code)).body.code).toBe('code_invalid')
    const aged = `update credentials set created_at = created_at - interval '11 minutes' where user_id = $1`
    await server.app.pool.query(aged, [cleo.id])
    expect(await state(cleo)).toMatchObject({ pending: null })
    expect((await confirm(cleo, appOf(totp.secret)())).body.code).toBe('code_expired')
    await enableTotp(cleo)
  })

  it('can be both, and an app is asked for first', async () => {
    const [dora] = await server.people('dora')
    await enableEmail(server, dora)
    const tab = await comeIn(dora)
    const { app } = await enableTotp(tab)
    const before = await mailedCode(server, dora)
    const begun = await typePassword(server, dora)
    expect(begun).toMatchObject({ methods: ['totp', 'email', 'recovery'], method: 'totp', resend_in: 0 })
    await allJobsDone(server)
    expect(
      (await mailsOf(server, addressOf(dora))).filter(({ code, id }) => code !== '' && id > before.id),
    ).toEqual([])
    const { mfa_ticket } = begun
    await server.stranger.post('/auth/mfa/resend', { mfa_ticket, method: 'email' })
    const { code } = await mailedCode(server, dora, before.id)
    const entered = await server.stranger.post('/auth/verify-mfa', { mfa_ticket, code, method: 'email' })
    const again = tabOf(server, entered.body)
    expect((await change(again, { enable: false, method: 'totp' })).body).toEqual({
      enabled: true,
      method: 'email',
      state: 'disabled',
    })
    expect((await typePassword(server, dora)).methods).toEqual(['email', 'recovery'])
    expect(app()).toHaveLength(6)
  })

  it('has no mail to send another code by when only an app is on', async () => {
    const [eva] = await server.people('eva')
    await enableTotp(eva)
    const { mfa_ticket, methods } = await typePassword(server, eva)
    expect(methods).toEqual(['totp', 'recovery'])
    expect((await server.stranger.post('/auth/mfa/resend', { mfa_ticket })).body.code).toBe('mfa_not_on')
  })

  it('says that no provider of text messages is there', async () => {
    const [fay] = await server.people('fay')
    const { status, body } = await change(fay, { enable: true, method: 'sms' })
    expect([status, body.code]).toEqual([409, 'provider_not_configured'])
  })
})

describe('11: switching it on', () => {
  it('ends every session at once, on open sockets too', async () => {
    const [gil] = await server.people('gil')
    const phone = await typePassword(server, gil)
    const tab = createClient(server.url, { token: phone.access_token })
    expect((await tab.get('/auth/me')).status).toBe(200)
    const ears = [await listen(server.url, gil), await listen(server.url, { token: phone.access_token })]
    const gone = ears.map(({ socket }) => new Promise((resolve) => socket.once('disconnect', resolve)))
    await enableEmail(server, gil)
    for (const who of [gil, tab]) expect((await who.get('/auth/me')).status).toBe(401)
    await Promise.all(gone)
    const { refresh_token } = phone
    expect((await server.stranger.post('/auth/refresh', { refresh_token })).status).toBe(401)
  })
})

describe('flow 4: switching it off', () => {
  it('11: makes every code worthless and keeps the session', async () => {
    const [hana] = await server.people('hana')
    const recovery = await enableEmail(server, hana)
    const tab = await comeIn(hana)
    const before = await mailedCode(server, hana)
    const { mfa_ticket } = await typePassword(server, hana)
    const { code } = await mailedCode(server, hana, before.id)
    const off = await change(tab, { enable: false })
    expect([off.status, off.body]).toEqual([200, { enabled: false, method: null, state: 'disabled' }])
    expect((await tab.get('/auth/me')).body.mfa_enabled).toBe(false)
    const verify = (body: object) => server.stranger.post('/auth/verify-mfa', body)
    expect((await verify({ mfa_ticket, code })).body.code).toBe('mfa_ticket_refused')
    expect((await verify({ email: addressOf(hana), code })).body.code).toBe('code_invalid')
    expect((await verify({ email: addressOf(hana), code: recovery[0] })).body.code).toBe('code_invalid')
    expect((await typePassword(server, hana)).access_token).toBeDefined()
    await enableEmail(server, await tabAgain(hana))
    const ticket = (await typePassword(server, hana)).mfa_ticket
    expect((await verify({ mfa_ticket: ticket, code: recovery[0] })).body.code).toBe('code_invalid')
  })
  const tabAgain = async (who: Client) => tabOf(server, await typePassword(server, who))
})

describe('8: switching it on or off', () => {
  it('asks for the password again, and tells by mail', async () => {
    const [ivo] = await server.people('ivo')
    const wrong = await change(ivo, { enable: true, password: 'not the password' })
    expect([wrong.status, wrong.body.code]).toEqual([403, 'password_wrong'])
    expect(await state(ivo)).toMatchObject({ pending: null })
    await enableEmail(server, ivo)
    const tab = await comeIn(ivo)
    const mailed = (word: string) =>
      newestMail(server, addressOf(ivo), ({ subject }) => subject.includes(word))
    await mailed('sign-in is on')
    expect((await change(tab, { enable: false, password: 'not the password' })).body.code).toBe(
      'password_wrong',
    )
    expect(await state(tab)).toMatchObject({ enabled: true })
    expect((await change(tab, { enable: false })).status).toBe(200)
    await mailed('sign-in is off')
    const { rows } = await server.app.pool.query(
      'select act, details from audit_events where subject_id = $1 order by id',
      [ivo.id],
    )
    expect(rows).toEqual([
      { act: 'mfa_enabled', details: { method: 'email' } },
      { act: 'mfa_disabled', details: { method: 'email' } },
    ])
  })
})
