import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { type App, appOf, enableTotp, otherThan, typePassword } from '../../../../test/mfa.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const STEP = 30_000
/** The clock stands in the middle of a step, so that no step ends while a test looks. */
const stand = (steps = 0) => vi.setSystemTime((Math.floor(Date.now() / STEP) + steps) * STEP + STEP / 2)
beforeEach(() => void stand())
afterEach(() => void vi.useRealTimers())

const enter = async (who: Client, code: string, method?: string) => {
  const { mfa_ticket } = await typePassword(server, who)
  return server.stranger.post('/auth/verify-mfa', { mfa_ticket, code, ...(method && { method }) })
}

describe('4: a code of an app', () => {
  let ana: Client
  let app: App
  beforeAll(async () => {
    stand()
    ;[ana] = await server.people('ana')
    app = (await enableTotp(ana)).app
  })

  it('does not sign in when it was used to switch the app on', async () => {
    const refused = await enter(ana, app(-1))
    expect([refused.body.code, refused.body.message]).toEqual([
      'code_used_up',
      expect.stringContaining('used already'),
    ])
  })

  it('signs in once', async () => {
    expect((await enter(ana, app(), 'totp')).status).toBe(200)
    expect((await enter(ana, app(), 'totp')).body.code).toBe('code_used_up')
    expect((await enter(ana, app(-1))).body.code).toBe('code_used_up')
  })

  it('signs one in of eight at once', async () => {
    stand(1)
    const tickets = await Promise.all(Array.from({ length: 8 }, () => typePassword(server, ana)))
    const code = app()
    const answers = await Promise.all(
      tickets.map(({ mfa_ticket }) => server.stranger.post('/auth/verify-mfa', { mfa_ticket, code })),
    )
    const codes = answers.map(({ status, body }) => body.code ?? status).sort()
    expect(codes).toEqual([200, ...Array(7).fill('code_used_up')])
  })

  it('is not the code of mail', async () => {
    stand(2)
    expect((await enter(ana, app(), 'email')).body.code).toBe('code_invalid')
    expect((await enter(ana, app())).status).toBe(200)
  })
})

describe('5: a code of an app', () => {
  it.each([
    [-2, 'code_invalid'],
    [-1, 200],
    [0, 200],
    [1, 200],
    [2, 'code_invalid'],
  ])('%i steps away is %s', async (steps, expected) => {
    const [who] = await server.people(`clock${steps}`)
    const begun = await who.post('/auth/profile/mfa', { enable: true, method: 'totp', password: PASSWORD })
    const { status, body } = await who.post('/auth/profile/mfa/verify', {
      code: appOf(begun.body.totp.secret)(steps),
    })
    expect(body.code ?? status).toBe(expected)
  })

  it('has five tries over all sign-ins', async () => {
    const [bo] = await server.people('bo')
    const { app } = await enableTotp(bo)
    for (let tries = 0; tries < 5; tries++) {
      expect((await enter(bo, otherThan(app()))).body.code).toBe('code_invalid')
    }
    expect((await enter(bo, app())).body.code).toBe('code_used_up')
  })
})

describe('the secret of an app', () => {
  it('is shown as text and as an address, and kept where a dump tells nothing', async () => {
    const [cleo] = await server.people('cleo')
    const begun = await cleo.post('/auth/profile/mfa', { enable: true, method: 'totp', password: PASSWORD })
    const { secret, uri } = begun.body.totp
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(new URL(uri).searchParams.get('secret')).toBe(secret)
    expect(decodeURIComponent(uri)).toMatch(/^otpauth:\/\/totp\/ShareMyShows:cleo\?issuer=ShareMyShows&/)
    const { rows } = await server.app.pool.query('select secret from credentials where user_id = $1', [
      cleo.id,
    ])
    const bytes = Buffer.from(appBytes(secret))
    expect(rows[0].secret.includes(bytes)).toBe(false)
    expect(rows[0].secret.includes(Buffer.from(secret))).toBe(false)
  })

  it('is worthless in the row of somebody else', async () => {
    const [dora, eva] = await server.people('dora', 'eva')
    const [own, other] = [await enableTotp(dora), await enableTotp(eva)]
    await server.app.pool.query(
      `update credentials set secret = (select secret from credentials where user_id = $1), last_step = null
        where user_id = $2`,
      [dora.id, eva.id],
    )
    expect((await enter(eva, own.app())).body.code).toBe('code_invalid')
    expect((await enter(eva, other.app())).body.code).toBe('code_invalid')
    expect((await enter(dora, own.app())).status).toBe(200)
  })
})

/** RFC 4648 Base32, as a reader of the dump would decode it. */
function appBytes(base32: string): number[] {
  const bits = [...base32]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
}
