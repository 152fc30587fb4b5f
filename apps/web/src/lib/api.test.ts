import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** A server that knows one session: its access token can be spent, its refresh token refused. */
type World = { fresh: boolean; refreshable: boolean; asked: string[] }

let world: World
let server: Server

const problem = (status: number, code: string, more = {}) => ({
  status,
  code,
  title: code,
  message: code,
  ...more,
})
const answers: Record<string, (world: World) => [status: number, body: object]> = {
  '/api/v1/auth/refresh': (known) => {
    known.fresh = known.refreshable
    return known.refreshable ? [200, {}] : [401, problem(401, 'refresh_refused')]
  },
  '/api/v1/auth/login': () => [401, problem(401, 'invalid_credentials')],
  '/api/v1/auth/register': () => [
    422,
    problem(422, 'validation_failed', { errors: [{ field: 'email', message: 'No' }], request_id: 'req-1' }),
  ],
}

beforeEach(async () => {
  world = { fresh: false, refreshable: true, asked: [] }
  server = createServer((request, response) => {
    const path = request.url ?? ''
    world.asked.push(path)
    const [status, body] =
      answers[path]?.(world) ?? (world.fresh ? [200, {}] : [401, problem(401, 'unauthenticated')])
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { Request: RealRequest, fetch: realFetch } = globalThis
  const here = (input: RequestInfo | URL) => (typeof input === 'string' ? new URL(input, base) : input)
  // In a page, addresses are relative to it; here they are relative to the server.
  vi.stubGlobal(
    'Request',
    class extends RealRequest {
      constructor(input: RequestInfo | URL, init?: RequestInit) {
        super(here(input), init)
      }
    },
  )
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => realFetch(here(input), init))
  vi.stubGlobal('navigator', { onLine: true })
  vi.resetModules()
})

afterEach(() => {
  vi.unstubAllGlobals()
  server.closeAllConnections()
  server.close()
})

const load = async () => ({ ...(await import('./api')), ...(await import('./renewal')) })
const renewals = () => world.asked.filter((path) => path === '/api/v1/auth/refresh').length

describe('a request whose access token is spent', () => {
  it('is asked again after one renewal, however many there are', async () => {
    const { api, unwrap } = await load()
    const calls = Array.from({ length: 5 }, () => unwrap(api.GET('/api/v1/users/me')))
    await expect(Promise.all(calls)).resolves.toHaveLength(5)
    expect(renewals()).toBe(1)
  })

  it('keeps its body', async () => {
    const { api, unwrap } = await load()
    await unwrap(api.PATCH('/api/v1/users/me', { body: { display_name: 'Ana' } }))
    expect(world.asked).toEqual(['/api/v1/users/me', '/api/v1/auth/refresh', '/api/v1/users/me'])
  })

  it('fails and ends the session when the renewal is refused', async () => {
    world.refreshable = false
    const { api, unwrap, onSessionEnd } = await load()
    const ended = vi.fn()
    onSessionEnd(ended)
    await expect(unwrap(api.GET('/api/v1/users/me'))).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(ended).toHaveBeenCalledOnce()
  })
})

describe('a refusal', () => {
  it('of a wrong password renews nothing', async () => {
    const { api, unwrap } = await load()
    const login = unwrap(api.POST('/api/v1/auth/login', { body: { identifier: 'ana', password: 'wrong' } }))
    await expect(login).rejects.toMatchObject({ code: 'invalid_credentials', status: 401 })
    expect(renewals()).toBe(0)
  })

  it('carries the sentences about fields and the name of the request', async () => {
    const { api, unwrap } = await load()
    const body = { username: 'ana', email: 'x', password: 'four small tickets' }
    await expect(unwrap(api.POST('/api/v1/auth/register', { body }))).rejects.toMatchObject({
      code: 'validation_failed',
      fields: [{ field: 'email', message: 'No' }],
      requestId: 'req-1',
    })
  })
})

describe('without an answer', () => {
  it.each([
    [true, 'unreachable'],
    [false, 'offline'],
  ])('and onLine %s the problem is "%s"', async (onLine, code) => {
    vi.stubGlobal('navigator', { onLine })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    const { api, unwrap } = await load()
    await expect(unwrap(api.GET('/api/v1/users/me'))).rejects.toMatchObject({ code, status: 0 })
  })

  it('because it was taken back, it says so', async () => {
    const { api, unwrap } = await load()
    const call = unwrap(api.GET('/api/v1/users/me', { signal: AbortSignal.abort() }))
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  })
})
