import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
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
  const folder = path.join(server.dataDir, 'mail')
  const [name = ''] = await vi.waitFor(() => readdir(folder), { timeout: 20_000 })
  const mail = await readFile(path.join(folder, name), 'utf8')
  expect(mail).toMatch(/^To: zoe@example\.org\r$/m)
  expect(mail).toContain('Hello Zoë,')
  expect(mail).toContain('https://shows.example.net/')
  expect(mail).not.toContain('evil.example')
  await vi.waitFor(async () => {
    const queued = await server.app.pool.query('select id from graphile_worker.jobs')
    expect(queued.rows).toEqual([])
  })
  expect(await readdir(folder)).toEqual([name])
})
