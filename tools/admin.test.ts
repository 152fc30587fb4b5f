import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Client } from '../apps/server/test/client.ts'
import { PASSWORD, startTestServer, type TestServer } from '../apps/server/test/server.ts'

let server: TestServer
let ana: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana] = await server.people('ana')
})
afterAll(() => server.stop())

/** The command as whoever holds the server types it. */
async function admin(...words: string[]): Promise<{ said: string; failed: boolean }> {
  const { DATABASE_URL: _, ...env } = process.env
  const run = promisify(execFile)(process.execPath, [path.join(import.meta.dirname, 'admin.ts'), ...words], {
    env: { ...env, DATABASE_URL: server.databaseUrl, DATA_DIR: server.dataDir },
  })
  return run.then(
    ({ stdout }) => ({ said: stdout.trim(), failed: false }),
    ({ stderr }) => ({ said: stderr.trim(), failed: true }),
  )
}

it('makes somebody an admin, which a running server knows at once', async () => {
  expect((await ana.get('/admin/people')).status).toBe(403)
  expect(await admin('promote', 'ANA')).toEqual({ said: 'ana is an admin now.', failed: false })
  await vi.waitFor(async () => expect((await ana.get('/admin/people')).status).toBe(200), 5000)
  const { body } = await ana.get(`/admin/audit?person_id=${ana.id}&act=role_changed`)
  expect(body.items).toMatchObject([{ actor: null, subject: { name: 'ana' } }])
  expect((await admin('list')).said).toContain('ana <ana@example.org>')
})

it('takes a second step off that was lost', async () => {
  const registration = { username: 'bo', email: 'bo@example.org', password: PASSWORD, enable_mfa: true }
  await server.stranger.post('/auth/register', registration)
  expect((await admin('reset-mfa', 'bo@example.org')).failed).toBe(false)
  const { body } = await server.stranger.post('/auth/login', { identifier: 'bo', password: PASSWORD })
  expect(body.access_token).toBeDefined()
  expect(await admin('reset-mfa', 'bo')).toEqual({
    said: 'Switch two-step sign-in on first.',
    failed: true,
  })
})

it.each([
  [['promote', 'nobody'], 'Nobody here is called nobody.'],
  [['demote', 'ana'], 'npm run admin'],
])('%j is refused with a sentence', async (words, sentence) => {
  const { said, failed } = await admin(...words)
  expect(failed).toBe(true)
  expect(said).toContain(sentence)
})
