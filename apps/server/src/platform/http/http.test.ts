import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let ana: Client
beforeAll(async () => {
  server = await startTestServer({ CORS_ORIGINS: 'https://friend.example' })
  ;[ana] = await server.people('ana')
})
afterAll(() => server.stop())

const patchRaw = (body: string, headers: Record<string, string> = {}) =>
  ana.request('PATCH', '/users/me', { body, headers: { 'content-type': 'application/json', ...headers } })

describe('42: what no store can keep is refused with 400', () => {
  it.each([
    ['a NUL character', '{"bio":"a\\u0000b"}'],
    ['a lone surrogate', '{"bio":"\\ud800"}'],
    ['a number beyond a double', '{"bio":1e400}'],
    ['__proto__', '{"__proto__":{"role":"admin"}}'],
    ['nesting without end', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`],
    ['half an object', '{"bio":'],
    ['nothing', ''],
  ])('%s', async (_name, body) => {
    const answer = await patchRaw(body)
    expect(answer.status === 400 || (body === '' && answer.status === 422)).toBe(true)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  it('a NUL or half a character in the address', async () => {
    for (const path of ['/cities?q=%00', '/cities?q=%ED%A0%80', '/shows/%00', '/shows/%E0%A4%A']) {
      const response = await fetch(`${server.url}/api/v1${path}`)
      expect([400, 404, 422, 200]).toContain(response.status)
    }
  })
})

describe('43: sizes are bounded', () => {
  it('refuses a JSON body of 10 MB and a text of 2,001 characters', async () => {
    expect((await patchRaw(JSON.stringify({ bio: 'x'.repeat(10_000_000) }))).status).toBe(413)
    expect((await patchRaw(JSON.stringify({ bio: 'x'.repeat(2001) }))).body.errors[0]).toMatchObject({
      field: 'bio',
    })
  })
})

it('31: takes no packed bodies, so that none unpacks to a thousand times its size', async () => {
  const bomb = gzipSync(JSON.stringify({ bio: 'x'.repeat(100_000_000) }))
  expect(bomb.length).toBeLessThan(200_000)
  for (const [path, type] of [
    ['/users/me', 'application/json'],
    ['/photos', 'multipart/form-data; boundary=x'],
  ] as const) {
    const { status, headers } = await ana.request(path === '/photos' ? 'POST' : 'PATCH', path, {
      body: new Uint8Array(bomb),
      headers: { 'content-type': type, 'content-encoding': 'gzip' },
    })
    expect([status, headers.get('accept-encoding')]).toEqual([415, 'identity'])
  }
})

describe('problems', () => {
  it('47: are generic, carry a request id and no stack', async () => {
    const response = await fetch(`${server.url}/api/v1/nowhere`)
    const body = await response.json()
    expect(response.status).toBe(404)
    expect(body).toMatchObject({
      code: 'route_not_found',
      status: 404,
      request_id: response.headers.get('x-request-id'),
    })
    expect(JSON.stringify(body)).not.toMatch(/\.ts|node_modules/)
  })

  it('name unknown fields', async () => {
    const { status, body } = await ana.patch('/users/me', { display_name: 'Ana', shoe_size: 39 })
    expect(status).toBe(422)
    expect(body.errors).toEqual([{ field: 'shoe_size', message: 'Unknown field' }])
  })

  it('tell an ended session so, also where strangers may read', async () => {
    const headers = { authorization: 'Bearer sms_at_gone' }
    expect((await server.stranger.request('GET', '/auth/me', { headers })).status).toBe(401)
    expect((await server.stranger.request('GET', '/auth/status', { headers })).status).toBe(200)
  })
})

describe('headers', () => {
  it('37: forbid foreign scripts and frames', async () => {
    const { headers } = await fetch(`${server.url}/`, { headers: { accept: 'text/html' } })
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBeTruthy()
  })

  it.each(['https://evil.example', 'null', 'https://friend.example.evil.example', 'https://xfriend.example'])(
    '39: do not let %s read with credentials',
    async (origin) => {
      const { headers } = await fetch(`${server.url}/api/v1/auth/status`, { headers: { origin } })
      expect(headers.get('access-control-allow-origin')).not.toBe(origin)
    },
  )

  it('39: let the listed origin read', async () => {
    const { headers } = await fetch(`${server.url}/api/v1/auth/status`, {
      headers: { origin: 'https://friend.example' },
    })
    expect(headers.get('access-control-allow-origin')).toBe('https://friend.example')
  })
})

describe('addresses', () => {
  it('answer under /api as under /api/v1', async () => {
    const { token } = ana
    const me = await fetch(`${server.url}/api/auth/me`, { headers: { authorization: `Bearer ${token}` } })
    expect(await me.json()).toMatchObject({ username: 'ana' })
  })

  it.each([
    '/health',
    '/api/health',
    '/api/v1/health',
    '/ready',
    '/api/status',
    '/api/openapi.json',
    '/api/docs',
    '/api/redoc',
  ])('%s answers', async (path) => {
    expect((await fetch(server.url + path)).status).toBe(200)
  })

  it('keep metrics from the outside', async () => {
    expect((await fetch(`${server.url}/metrics`)).status).toBe(200)
    const proxied = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })
    expect(proxied.status).toBe(404)
  })

  it('give programs JSON at the root', async () => {
    const response = await fetch(server.url, { headers: { accept: 'application/json' } })
    expect(await response.json()).toMatchObject({ name: 'ShareMyShows', docs: '/api/docs' })
  })
})

describe('rate limits', () => {
  it('answer 429 with Retry-After', async () => {
    const limited = await startTestServer({ RATE_LIMITS: 'on' })
    const statuses = await Promise.all(
      Array.from({ length: 70 }, () => limited.stranger.post('/auth/refresh', {})),
    )
    const refused = statuses.filter((answer) => answer.status === 429)
    expect(refused.length).toBe(10)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    await limited.stop()
  })
})

describe('nonsense on the wire', () => {
  it('is answered with 400 and the connection is closed', async () => {
    const { port } = new URL(server.url)
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'))
      let text = ''
      socket.on('data', (data) => {
        text += data
      })
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400/)
  })
})
