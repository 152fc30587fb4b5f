import { readFileSync } from 'node:fs'
import { get, request } from 'node:http'
import path from 'node:path'
import { endpoints } from '@sharemyshows/contract/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from './client.ts'
import { upload } from './photos.ts'
import { PASSWORD, startTestServer, type TestServer } from './server.ts'

let server: TestServer
let ana: Client
let photo: string
let cookie: string
beforeAll(async () => {
  server = await startTestServer({
    PUBLIC_URL: 'https://shows.example.org',
    CORS_ORIGINS: 'https://friend.example',
  })
  ;[ana] = await server.people('ana')
  photo = (await upload(ana)).body.id
  const signedIn = await server.stranger.post('/auth/login', { identifier: 'ana', password: PASSWORD })
  cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
})
afterAll(() => server.stop())

/** Sends a path as it is: fetch would tidy it first. */
function raw(address: string, method = 'GET', headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(server.url)
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const sending = method === 'GET' ? get : request
    sending({ hostname, port, path: address, method, headers }, (answer) => {
      answer.resume().once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))
    })
      .once('error', reject)
      .end()
  })
}

describe('37: every answer says what browsers may do with it', () => {
  const page = { accept: 'text/html' }
  it.each<[string, string, string, Record<string, string>?]>([
    ['the first page', 'GET', '/', page],
    ['a page of the app', 'GET', '/shows', page],
    ['an address of nothing', 'GET', '/nowhere/at.all'],
    ['the root for programs', 'GET', '/'],
    ['JSON', 'GET', '/api/v1/shows'],
    ['JSON without its body', 'HEAD', '/api/v1/shows'],
    ['a refusal', 'GET', '/api/v1/users/me'],
    ['what is not found', 'GET', '/api/v1/shows/nonsense'],
    ['a wrong method', 'DELETE', '/api/v1/health'],
    ['a broken address', 'GET', '/api/v1/shows/%E0%A4%A'],
    ['an address without end', 'GET', `/api/v1/shows/${'x'.repeat(400)}`],
    ['headers without end', 'GET', '/', { 'x-padding': 'x'.repeat(17_000) }],
    [
      'a question beforehand',
      'OPTIONS',
      '/api/v1/shows',
      { origin: 'https://friend.example', 'access-control-request-method': 'PUT' },
    ],
    ['a foreign origin', 'POST', '/api/v1/auth/logout', { origin: 'https://evil.example' }],
    ['a photo', 'GET', '/photo'],
    ['a range beyond a photo', 'GET', '/photo', { range: 'bytes=999999999-' }],
    ['a photo one has', 'GET', '/photo', { 'if-none-match': '*' }],
    ['the document', 'GET', '/api/openapi.json'],
    ['Swagger UI', 'GET', '/api/docs'],
    ['ReDoc', 'GET', '/api/redoc'],
    ['a probe', 'GET', '/ready'],
    ['the metrics', 'GET', '/metrics'],
  ])('%s', async (_name, method, address, headers = {}) => {
    const target = address === '/photo' ? `/api/v1/photos/${photo}/original` : address
    const answer = await raw(target, method, { authorization: `Bearer ${ana.token}`, ...headers })
    expect(answer.status).toBeLessThan(500)
    const policy = String(answer.headers['content-security-policy'])
    if (address !== '/photo') expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*('unsafe-|\*|data:)/)
    expect(policy).toMatch(/default-src '(self|none)'/)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['permissions-policy']).toMatch(/^camera=\((self)?\).*microphone=\(\)/)
    expect(answer.headers['referrer-policy']).toMatch(/^(strict-origin-when-cross-origin|no-referrer)$/)
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=31536000/)
    expect(answer.headers['x-powered-by']).toBeUndefined()
  })
})

const strangers = [
  'https://evil.example',
  'null',
  '',
  'https://shows.example.org.evil.example',
  'https://evilshows.example.org',
  'https://shows.example.org:8443',
  'http://shows.example.org',
  'https://friend.example.evil.example',
  'https://notfriend.example',
  'https://friend.example:444',
  'http://friend.example',
  'https://shows.example.org@evil.example',
  'file://',
]

describe('38: a page of another site changes nothing', () => {
  const change = (headers: Record<string, string>) =>
    server.stranger.request('PATCH', '/users/me', {
      headers: { cookie, host: 'shows.example.org', 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ bio: 'changed' }),
    })

  it.each(strangers)('from the origin %j', async (origin) => {
    expect((await change({ origin })).body.code).toBe('foreign_origin')
    expect((await ana.get('/users/me')).body.bio).toBeNull()
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'by a form as %s',
    async (type) => {
      const { status } = await change({ 'content-type': type })
      expect([403, 415]).toContain(status)
      expect((await ana.get('/users/me')).body.bio).toBeNull()
    },
  )

  it('by a form with a file, unless it is ours', async () => {
    const send = async (headers: Record<string, string>) => {
      const form = new FormData()
      form.set('file', new File(['x'], 'a.jpg'))
      return (
        await server.stranger.request('POST', '/photos', { body: form, headers: { cookie, ...headers } })
      ).body.code
    }
    expect(await send({})).toBe('foreign_origin')
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toBe('foreign_origin')
    expect(await send({ origin: 'https://evil.example' })).toBe('foreign_origin')
    expect(await send({ origin: 'https://shows.example.org' })).toBe('unsupported_format')
  })

  it('while our own page, and a program with a token, may', async () => {
    expect((await change({ origin: 'https://shows.example.org' })).status).toBe(200)
    expect((await ana.patch('/users/me', { bio: null })).status).toBe(200)
  })
})

describe('39: a page of another site reads nothing', () => {
  it.each(strangers)('from the origin %j', async (origin) => {
    for (const [method, more] of [
      ['GET', {}],
      ['OPTIONS', { 'access-control-request-method': 'GET' }],
    ] as const) {
      const { headers } = await raw('/api/v1/users/me', method, { cookie, origin, ...more })
      const allowed = headers['access-control-allow-origin']
      expect(allowed === undefined || allowed === 'https://friend.example').toBe(true)
      expect(allowed).not.toBe(origin || '*')
    }
  })
})

describe('46: no answer sends anybody elsewhere', () => {
  it.each([
    '//evil.example',
    '//evil.example/',
    '//evil.example/%2e%2e',
    '/\\evil.example',
    '/%5cevil.example',
    '/%2f%2fevil.example/..',
    '/api/docs//evil.example',
    '/api//evil.example/',
    '/api/v1//evil.example/..',
    '/.//evil.example',
    '/?next=https://evil.example',
    '/login?next=//evil.example',
    '/api/v1/shows?next=https://evil.example&redirect=//evil.example',
    '/%0d%0alocation:%20https://evil.example',
  ])('%s', async (address) => {
    for (const headers of [{ accept: 'text/html' }, {}, { host: 'evil.example' }]) {
      const { headers: given } = await raw(address, 'GET', headers as Record<string, string>)
      if (given.location === undefined) continue
      expect(new URL(String(given.location), 'https://shows.example.org').origin).toBe(
        'https://shows.example.org',
      )
    }
  })
})

describe('48: the document names every operation there is', () => {
  /** Routes as Fastify knows them, without those a GET brings along. */
  const routes = () =>
    server.app.http
      .printRoutes({ commonPrefix: false })
      .split('\n')
      .reduce<{ found: string[]; parents: string[] }>(
        ({ found, parents }, line) => {
          const match = /^(?<indent>[│ ]*)[├└]── (?<part>.*?) \((?<methods>[A-Z, ]+)\)/.exec(line)
          const plain = /^(?<indent>[│ ]*)[├└]── (?<part>\S*)/.exec(line)
          const { indent = '', part = '' } = match?.groups ?? plain?.groups ?? {}
          const depth = indent.length / 4
          const whole = (parents[depth - 1] ?? '') + part
          const methods = match?.groups?.methods?.split(', ') ?? []
          return {
            found: [...found, ...methods.map((method) => `${method} ${whole}`)],
            parents: [...parents.slice(0, depth), whole],
          }
        },
        { found: [], parents: [] },
      ).found

  const documented = (document: { paths: Record<string, object> }) =>
    Object.entries(document.paths).flatMap(([address, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${address}`),
    )

  it('and the contract, and nothing else answers below /api/v1', async () => {
    const served = await (await fetch(`${server.url}/api/openapi.json`)).json()
    const inContract = endpoints.map((endpoint) => `${endpoint.method} /api/v1${endpoint.path}`).sort()
    expect(documented(served).sort()).toEqual(inContract)
    const inServer = routes()
      .filter(
        (route) => route.includes(' /api/v1') && !route.startsWith('HEAD') && !route.startsWith('OPTIONS'),
      )
      .map((route) => route.replaceAll(/:\w+(\|:\w+)*/g, '{}').replace(/\/$/, ''))
    // one place in a path may go by two names: the server's list shows both together
    const nameless = inContract.map((route) => route.replaceAll(/\{\w+\}/g, '{}'))
    expect([...new Set(inServer)].sort()).toEqual([...new Set(nameless)].sort())
  })

  it('and is the one in the repository', async () => {
    const file = path.join(import.meta.dirname, '../../../docs/openapi.json')
    const served = await (await fetch(`${server.url}/api/openapi.json`)).json()
    expect(documented(JSON.parse(readFileSync(file, 'utf8'))).sort()).toEqual(documented(served).sort())
  })
})
