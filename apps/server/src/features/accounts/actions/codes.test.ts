import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allJobsDone, mailsOf } from '../../../../test/mail.ts'
import { addressOf, enableEmail, mailedCode, otherThan, typePassword } from '../../../../test/mfa.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const verify = (body: object) => server.stranger.post('/auth/verify-mfa', body)

describe('5: guessing codes', () => {
  it('has five tries, whatever sign-in they belong to', async () => {
    const [ana] = await server.people('ana')
    await enableEmail(server, ana)
    const found: string[] = []
    let mail = await mailedCode(server, ana)
    for (let signIns = 0; signIns < 5; signIns++) {
      const { mfa_ticket } = await typePassword(server, ana)
      mail = await mailedCode(server, ana, mail.id)
      for (let tries = 0; tries < 10; tries++) {
        found.push((await verify({ mfa_ticket, code: otherThan(mail.code) })).body.code)
      }
      if (signIns > 0) expect((await verify({ mfa_ticket, code: mail.code })).body.code).toBe('code_used_up')
    }
    expect(found.slice(0, 5)).toEqual(Array(5).fill('code_invalid'))
    expect(found.slice(5)).toEqual(Array(45).fill('code_used_up'))

    await allJobsDone(server)
    const told = (await mailsOf(server, addressOf(ana))).filter(({ subject }) =>
      subject.startsWith('Wrong codes'),
    )
    expect(told).toHaveLength(1)
    const noted = await server.app.pool.query(
      `select details from audit_events where act = 'sign_ins_refused' and subject_id = $1`,
      [ana.id],
    )
    expect(noted.rows).toEqual([{ details: { step: 'second' } }])

    await server.app.pool.query(`update code_tries set since = since - interval '15 minutes'`)
    const { mfa_ticket } = await typePassword(server, ana)
    const { code } = await mailedCode(server, ana, mail.id)
    expect((await verify({ mfa_ticket, code: otherThan(code) })).body.code).toBe('code_invalid')
    expect((await verify({ mfa_ticket, code })).status).toBe(200)
    const { rows } = await server.app.pool.query('select wrong from code_tries where user_id = $1', [ana.id])
    expect(Math.max(...rows.map(({ wrong }) => wrong))).toBe(0)
  })

  it('by address uses up no tries of whoever holds the ticket', async () => {
    const [gil] = await server.people('gil')
    const recovery = await enableEmail(server, gil)
    const setUp = await mailedCode(server, gil)
    const { mfa_ticket } = await typePassword(server, gil)
    const { code } = await mailedCode(server, gil, setUp.id)
    const email = addressOf(gil)
    const guess = (typed: string) => verify({ email, code: typed })
    for (let tries = 0; tries < 5; tries++)
      expect((await guess(otherThan(code))).body.code).toBe('code_invalid')
    for (const typed of [code, recovery[0] ?? '']) expect((await guess(typed)).body.code).toBe('code_used_up')
    expect((await verify({ mfa_ticket, code })).status).toBe(200)
  })

  it('counts twenty at once as twenty', async () => {
    const [bo] = await server.people('bo')
    await enableEmail(server, bo)
    const setUp = await mailedCode(server, bo)
    const tickets = await Promise.all(Array.from({ length: 10 }, () => typePassword(server, bo)))
    const answers = await Promise.all(
      [...tickets, ...tickets].map(({ mfa_ticket }) => verify({ mfa_ticket, code: setUp.code })),
    )
    const codes = answers.map(({ body }) => body.code).sort()
    expect(codes).toEqual([...Array(5).fill('code_invalid'), ...Array(15).fill('code_used_up')])
  })

  it('is no easier while setting it up', async () => {
    const [cleo] = await server.people('cleo')
    const begin = () => cleo.post('/auth/profile/mfa', { enable: true, method: 'email', password: PASSWORD })
    const confirm = (code: string) => cleo.post('/auth/profile/mfa/verify', { code })
    await begin()
    const first = await mailedCode(server, cleo)
    for (let tries = 0; tries < 5; tries++) {
      expect((await confirm(otherThan(first.code))).body.code).toBe('code_invalid')
    }
    await begin()
    const { code } = await mailedCode(server, cleo, first.id)
    expect((await confirm(code)).body.code).toBe('code_used_up')
    await cleo.post('/auth/profile/mfa', { enable: false, password: PASSWORD })
    await begin()
    expect((await confirm((await mailedCode(server, cleo, first.id)).code)).body.code).toBe('code_used_up')
  })
})

describe('asking for another code', () => {
  const resend = (body: object) => server.stranger.post('/auth/mfa/resend', body)

  it('makes the one before it worthless', async () => {
    const [dora] = await server.people('dora')
    await enableEmail(server, dora)
    const setUp = await mailedCode(server, dora)
    const { mfa_ticket } = await typePassword(server, dora)
    const first = await mailedCode(server, dora, setUp.id)
    expect((await resend({ mfa_ticket })).body).toEqual({ expires_in: 600, resend_in: 0 })
    const second = await mailedCode(server, dora, first.id)
    expect((await verify({ mfa_ticket, code: first.code })).body.code).toBe('code_expired')
    expect((await resend({ email: addressOf(dora) })).status).toBe(200)
    const third = await mailedCode(server, dora, second.id)
    expect((await verify({ mfa_ticket, code: second.code })).body.code).toBe('code_expired')
    expect((await verify({ mfa_ticket, code: third.code })).status).toBe(200)
    expect((await resend({ mfa_ticket })).body.code).toBe('mfa_ticket_refused')
  })

  it('mails nothing to an address where nobody signs in, and says nothing of it', async () => {
    const [eva] = await server.people('eva')
    await enableEmail(server, eva)
    const known = await resend({ email: addressOf(eva) })
    const unknown = await resend({ email: 'nobody@example.org' })
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    await allJobsDone(server)
    const subjects = (await mailsOf(server, addressOf(eva))).map(({ subject }) => subject)
    expect(subjects).not.toContain('Your ShareMyShows Login Code')
  })
})

describe('waiting for another code', () => {
  let limited: TestServer
  beforeAll(async () => {
    limited = await startTestServer({ RATE_LIMITS: 'on' })
  })
  afterAll(() => limited.stop())

  it('takes longer each time', async () => {
    const begun = await limited.stranger.post('/auth/register', {
      username: 'fay',
      email: 'fay@example.org',
      password: PASSWORD,
      enable_mfa: true,
    })
    expect(begun.body.resend_in).toBe(60)
    const { mfa_ticket } = begun.body
    const again = () => limited.stranger.post('/auth/mfa/resend', { mfa_ticket })
    const turn = (seconds: number) =>
      limited.app.pool.query(
        `update one_time_codes set created_at = created_at - $1::interval, expires_at = expires_at - $1::interval`,
        [`${seconds} s`],
      )
    for (const wait of [60, 120, 240]) {
      const early = await again()
      expect([early.status, early.body.code]).toEqual([429, 'resend_too_early'])
      const left = Number(early.headers.get('retry-after'))
      expect(left).toBeGreaterThan(0)
      expect(left).toBeLessThanOrEqual(wait)
      await turn(wait)
      expect((await again()).body.resend_in).toBe(wait * 2)
    }
    // by address it answers as always, and mails nothing
    await allJobsDone(limited)
    const before = (await mailsOf(limited)).length
    const quiet = await limited.stranger.post('/auth/mfa/resend', { email: 'fay@example.org' })
    expect([quiet.status, quiet.body]).toEqual([200, { expires_in: 600, resend_in: 60 }])
    await allJobsDone(limited)
    expect(await mailsOf(limited)).toHaveLength(before)
    // neither does signing in again and again flood the mailbox: the last code counts for the newest sign-in
    const fay = { username: 'fay' }
    await typePassword(limited, fay)
    const last = await typePassword(limited, fay)
    expect(last.resend_in).toBeGreaterThan(60)
    await allJobsDone(limited)
    expect(await mailsOf(limited)).toHaveLength(before + 1)
    const { code } = await mailedCode(limited, fay)
    const entered = await limited.stranger.post('/auth/verify-mfa', { mfa_ticket: last.mfa_ticket, code })
    expect(entered.status).toBe(200)
  })

  it('gives whoever opens the dialog again the code that is on its way', async () => {
    const [gus] = await limited.people('gus')
    const begin = () => gus.post('/auth/profile/mfa', { enable: true, method: 'email', password: PASSWORD })
    expect((await begin()).body).toMatchObject({ state: 'code_sent', expires_in: 600, resend_in: 60 })
    const { code } = await mailedCode(limited, gus)
    const again = (await begin()).body
    expect(again.state).toBe('code_sent')
    expect(again.resend_in).toBeLessThanOrEqual(60)
    const early = await gus.post('/auth/profile/mfa/resend')
    expect([early.status, early.body.code]).toEqual([429, 'resend_too_early'])
    await allJobsDone(limited)
    const codes = (await mailsOf(limited, addressOf(gus))).filter((mail) => mail.code !== '')
    expect(codes).toHaveLength(1)
    expect((await gus.post('/auth/profile/mfa/verify', { code })).status).toBe(200)
  })
})
