import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { startSmtp, type TestSmtp } from '../../platform/mail/smtp-server-for-tests.ts'

let smtp: TestSmtp
let server: TestServer
beforeAll(async () => {
  smtp = await startSmtp()
  server = await startTestServer({ SMTP_URL: smtp.url })
})
afterAll(async () => {
  await server.stop()
  await smtp.close()
})

it('tells a person that her address refuses mail, and tries it again when she asks', async () => {
  smtp.answer = 550
  const [ana] = await server.people('ana')
  const state = async () => (await ana.get('/auth/me')).body.mail_state
  await vi.waitFor(async () => expect(await state()).toBe('refused'), { timeout: 20_000 })
  await server.app.pool.query(`update users set email_verified = true where username = 'ana'`)

  smtp.answer = null
  expect((await ana.post('/auth/verify-email/resend')).status).toBe(200)
  expect(await state()).toBe('ok')
  await vi.waitFor(() => expect(smtp.received).toHaveLength(1), { timeout: 20_000 })
  expect(smtp.received[0]?.to).toEqual(['ana@example.org'])
  expect((await ana.post('/auth/verify-email/resend')).body.code).toBe('already_verified')
})
