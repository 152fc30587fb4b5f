import { Secret, TOTP } from 'otpauth'
import { expect } from 'vitest'
import { type Client, createClient } from './client.ts'
import { mailsOf, newestMail } from './mail.ts'
import { PASSWORD, type TestServer } from './server.ts'

export const addressOf = (who: Pick<Client, 'username'>) => `${who.username}@example.org`

/** Types the password and gives what the server answers: tokens, or a ticket. */
export async function typePassword(server: TestServer, who: Pick<Client, 'username'>) {
  const answer = await server.stranger.post('/auth/login', { identifier: who.username, password: PASSWORD })
  expect(answer.status).toBe(200)
  return answer.body
}

/** The newest code mailed to a person, later than the mail named. */
export const mailedCode = async (server: TestServer, who: Pick<Client, 'username'>, after = '') =>
  newestMail(server, addressOf(who), ({ id, code }) => code !== '' && id > after)

/** The tab of somebody who has just come in with tokens. */
export const tabOf = (
  server: TestServer,
  signedIn: { access_token: string; user: { id: string; username: string } },
) => createClient(server.url, { ...signedIn.user, token: signedIn.access_token })

/** An authenticator app that was shown this secret; `steps` looks ahead or back. */
export const appOf = (secret: string) => {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  return (steps = 0) => totp.generate({ timestamp: Date.now() + steps * 30_000 })
}

export type App = ReturnType<typeof appOf>

/** Switches codes of an app on, with one of an earlier step, so that the one of this moment is unused. */
export async function enableTotp(who: Client): Promise<{ app: App; recovery_codes: string[] }> {
  const begun = await who.post('/auth/profile/mfa', { enable: true, method: 'totp', password: PASSWORD })
  expect([begun.status, begun.body.state]).toEqual([200, 'scan'])
  const app = appOf(begun.body.totp.secret)
  const { status, body } = await who.post('/auth/profile/mfa/verify', { code: app(-1) })
  expect([status, body.logout_required]).toEqual([200, true])
  return { app, recovery_codes: body.recovery_codes }
}

/** Switches mailed codes on; gives the recovery codes. */
export async function enableEmail(server: TestServer, who: Client): Promise<string[]> {
  const before = (await mailsOf(server, addressOf(who))).at(-1)?.id
  const begun = await who.post('/auth/profile/mfa', { enable: true, method: 'email', password: PASSWORD })
  expect([begun.status, begun.body.state]).toEqual([200, 'code_sent'])
  const { code } = await mailedCode(server, who, before)
  const { status, body } = await who.post('/auth/profile/mfa/verify', { code })
  expect([status, body.logout_required]).toEqual([200, true])
  return body.recovery_codes
}

/** Six digits that are not these. */
export const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
