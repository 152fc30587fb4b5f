import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allJobsDone, mailsOf, newestMail } from '../../../test/mail.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ PUBLIC_URL: 'https://shows.example.net' })
})
afterAll(() => server.stop())

it('16: a new person is welcomed by one mail, whose links no forged host can change', async () => {
  const registration = { username: 'Zoë', email: 'zoe@example.org', password: PASSWORD }
  const forged = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
  expect((await server.stranger.post('/auth/register', registration, forged)).status).toBe(201)
  const taken = await server.stranger.post('/auth/register', { ...registration, username: 'other' })
  expect(taken.status).toBe(409)
  const { id, subject } = await newestMail(server, 'zoe@example.org')
  expect(subject).toBe('Welcome Zoë! Verify your ShareMyShows account')
  const source = await readFile(path.join(server.dataDir, 'mail', id), 'utf8')
  expect(source).toMatch(/^To: zoe@example\.org\r$/m)
  expect(source).toContain('Hello Zoë,')
  expect(source).toMatch(/^https:\/\/shows\.example\.net\/verify-email\?token=[\w-]+\r$/m)
  expect(source).not.toContain('evil.example')
  await allJobsDone(server)
  expect(await mailsOf(server)).toHaveLength(1)
})

it('a code can be read in the file without decoding it, and links can be followed from it', async () => {
  const eve = { username: 'eve', email: 'eve@example.org', password: PASSWORD, enable_mfa: true }
  expect((await server.stranger.post('/auth/register', eve)).status).toBe(200)
  const { id, code } = await newestMail(server, 'eve@example.org')
  const source = await readFile(path.join(server.dataDir, 'mail', id), 'utf8')
  const link = `https://shows.example.net/verify-mfa?email=eve%40example.org&code=${code}`
  expect(source).toMatch(/^ {4}\d{6}\r$/m)
  expect(source.split('\r\n')).toContain(link)
})
