import { endpoints } from '@sharemyshows/contract/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../../test/client.ts'
import { listen } from '../../../test/live.ts'
import { newestMail } from '../../../test/mail.ts'
import { addressOf, enableTotp, typePassword } from '../../../test/mfa.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { bodyOf, send } from '../../../test/things.ts'

/** Requirement 7, generated from the contract: whoever knows the password only is nobody yet. */
const closed = endpoints.filter(({ security }) => security === 'required')
const somewhere = '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10'
/** What a parameter stands for that is no id. */
const words: Record<string, string> = { provider: 'spotify', mood: 'happy' }

let server: TestServer
let ana: Client
let ticket: string
beforeAll(async () => {
  server = await startTestServer()
  ;[ana] = await server.people('ana')
  await enableTotp(ana)
  ticket = (await typePassword(server, ana)).mfa_ticket
})
afterAll(() => server.stop())

it.each(closed.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  '7: a ticket does not open %s',
  async (_name, endpoint) => {
    const question = endpoint.query?.safeParse({}).success === false ? '?q=anything&mood=happy' : ''
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name) => words[name] ?? somewhere) + question
    const carriers = [
      { authorization: `Bearer ${ticket}` },
      { cookie: `sms_access=${ticket}; sms_refresh=${ticket}` },
    ]
    for (const headers of carriers) {
      const { status, body } = await send(server.stranger, endpoint, path, bodyOf(endpoint), headers)
      expect([status, body.code]).toEqual([401, 'unauthenticated'])
    }
  },
)

describe('7: the second step cannot be gone round', () => {
  it('by refreshing with a ticket', async () => {
    const refreshed = await server.stranger.post('/auth/refresh', { refresh_token: ticket })
    expect([refreshed.status, refreshed.body.code]).toEqual([401, 'refresh_refused'])
    const tab = createClient(server.url, { token: ticket })
    expect((await tab.get('/auth/status')).body.authenticated).toBe(false)
  })

  it('by a socket', async () => {
    await expect(listen(server.url, { token: ticket })).rejects.toThrow('unauthenticated')
  })

  it('by setting a new password', async () => {
    const password = 'another long enough password'
    await server.stranger.post('/auth/forgot-password', { email: addressOf(ana) })
    const { token } = await newestMail(
      server,
      addressOf(ana),
      (mail) => mail.token !== '' && mail.text.includes('reset-password'),
    )
    const reset = await server.stranger.post('/auth/reset-password', { token, new_password: password })
    expect([reset.status, reset.headers.getSetCookie()]).toEqual([200, []])
    const code = '123456'
    const former = await server.stranger.post('/auth/verify-mfa', { mfa_ticket: ticket, code })
    expect(former.body.code).toBe('mfa_ticket_refused')
    const { body } = await server.stranger.post('/auth/login', { identifier: ana.username, password })
    expect(body).toMatchObject({ mfa_required: true, methods: ['totp', 'recovery'] })
    expect(body.access_token).toBeUndefined()
  })
})
