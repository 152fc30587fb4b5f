import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClient } from '../../../test/client.ts'
import { listen } from '../../../test/live.ts'
import { allJobsDone, mailsOf, newestMail } from '../../../test/mail.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { createLog } from '../../platform/log/log.ts'

const lines: string[] = []
const sink = new Writable({
  write(chunk, _encoding, done) {
    lines.push(...String(chunk).split('\n').filter(Boolean))
    done()
  },
})

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({}, createLog('trace', sink))
})
afterAll(() => server.stop())

const CANARY = 'canary-7f3a'
const canary = { email: `${CANARY}@example.org`, password: `${CANARY} is a password` }

/** Bytes as no browser would send them. */
function raw(text: string): Promise<void> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.on('error', () => resolve()).on('close', () => resolve())
    socket.on('data', () => socket.end())
  })
}

it('51: logs hold no password, token, code or address, and each of their lines is one', async () => {
  const { stranger } = server
  await stranger.post('/auth/register', { username: 'ana', ...canary })
  const signedIn = (await stranger.post('/auth/login', canary)).body
  const { access_token, refresh_token } = signedIn
  const ana = createClient(server.url, { token: access_token })
  await (await listen(server.url, { token: access_token })).socket.disconnect()
  const { token: verifying } = await newestMail(server, canary.email)
  await stranger.post('/auth/verify-email', { token: verifying })
  await stranger.post('/auth/forgot-password', { email: canary.email })
  const { token: resetting } = await newestMail(server, canary.email, ({ subject }) =>
    subject.startsWith('Choose'),
  )
  await ana.put('/users/me/email', { email: `${CANARY}@example.net`, password: canary.password })
  await stranger.post('/auth/login', { identifier: canary.email, password: `wrong ${CANARY}` })
  await stranger.post('/auth/reset-password', { token: resetting, new_password: `new ${canary.password}` })
  await stranger.post('/auth/refresh', { refresh_token })

  const secret = `token=${CANARY}&code=${CANARY}&email=${canary.email}&password=${CANARY}`
  for (const path of [
    '/reset-password',
    '/verify-email',
    '/verify-mfa',
    '/api/v1/auth/me',
    '/api/v1/nowhere',
    '/api/v1/shows/%E0%A4%A',
    '/api/docs',
  ]) {
    await fetch(`${server.url}${path}?${secret}`, {
      headers: { accept: 'text/html', referer: `/?${secret}` },
    })
  }
  for (const body of [`{"password":"${CANARY}`, `"${CANARY}"`, `{"${CANARY}":1}`, `\u0000${CANARY}`]) {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${CANARY}` }
    await fetch(`${server.url}/api/v1/auth/login`, { method: 'POST', headers, body })
  }
  await raw(`GET /?${secret} HTTP/9.9\r\nCookie: ${CANARY}\r\n\r\n`)
  await raw(`GET /?${secret} HTTP/1.1\r\nHost: x\r\nX-Long: ${CANARY.repeat(2000)}\r\n\r\n`)
  await fetch(`${server.url}/api/v1/shows/%0d%0a%7b%22level%22:60%7d`)
  await allJobsDone(server)

  const codes = (await mailsOf(server)).flatMap(({ token }) => (token === '' ? [] : [token]))
  const all = lines.join('\n')
  expect(lines.length).toBeGreaterThan(20)
  for (const text of [CANARY, access_token, refresh_token, ...codes, 'sms_']) expect(all).not.toContain(text)
  for (const line of lines) expect(Object.keys(JSON.parse(line))).toContain('level')
})

it('51: of an error of the database the values are left out', () => {
  const fault = Object.assign(new Error('duplicate key value violates a constraint'), {
    code: '23505',
    detail: `Key (email)=(${canary.email}) already exists.`,
  })
  lines.length = 0
  createLog('info', sink).child({ job: 'some' }).error({ err: fault }, 'a job failed')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('23505')
  expect(lines[0]).toContain('duplicate key')
  expect(lines[0]).not.toContain(CANARY)
})
