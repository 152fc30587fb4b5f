import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PassThrough } from 'node:stream'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createLog } from '../log/log.ts'
import { createProvider, type Provider } from './provider.ts'

let url = ''
let answer: (request: IncomingMessage, response: ServerResponse) => void
let asked = 0
let logs = ''
let provider: Provider
const server = createServer((request, response) => {
  asked++
  answer(request, response)
})
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`
  provider = create()
})
afterEach(async () => {
  vi.useRealTimers()
  await provider.close()
  provider = create()
  asked = 0
  logs = ''
})
afterAll(async () => {
  await provider.close()
  server.closeAllConnections()
  server.close()
})

function create(timeoutMs = 20_000) {
  const sink = new PassThrough()
  sink.on('data', (line) => {
    logs += line
  })
  const pace = { most: 1000, withinMs: 1000 }
  return createProvider({ name: 'stand-in', url, log: createLog('debug', sink), timeoutMs, pace })
}

const Shape = z.object({ a: z.number() })
const say = (status: number, text: string, headers: Record<string, string> = {}) => {
  answer = (_request, response) => response.writeHead(status, headers).end(text)
}

it('asks below its address, and reads what it knows of the answer', async () => {
  let got = ''
  answer = (request, response) => {
    got = `${request.method} ${request.url} ${request.headers['content-type']} ${request.headers['user-agent']}`
    response.end('{"a": 1, "unheard_of": true}')
  }
  const request = {
    path: '/things',
    query: { q: 'a b', none: undefined },
    json: { x: 1 },
    method: 'POST',
  } as const
  expect(await provider.ask(Shape, request)).toEqual({ ok: true, data: { a: 1 } })
  expect(got).toBe('POST /base/things?q=a+b application/json ShareMyShows')
})

it('asks for what it only reads up to four times, and for what changes something once', async () => {
  say(500, '{}', { 'retry-after': '0' })
  expect(await provider.ask(Shape, { path: '/x' })).toMatchObject({
    ok: false,
    status: 500,
    reason: 'refused',
  })
  expect(asked).toBe(4)
  expect(await provider.ask(Shape, { path: '/x', method: 'PUT' })).toMatchObject({ status: 500 })
  expect(asked).toBe(5)
})

it('waits when it is asked to, and goes on', async () => {
  answer = (_request, response) =>
    asked === 1 ? response.writeHead(429, { 'retry-after': '0' }).end() : response.end('{"a": 2}')
  expect(await provider.ask(Shape, { path: '/x' })).toEqual({ ok: true, data: { a: 2 } })
  say(429, '{}', { 'retry-after': '600' })
  expect(await provider.ask(Shape, { path: '/x', patient: true })).toMatchObject({
    status: 429,
    retryAfter: 600,
  })
  expect(asked).toBe(3)
})

it.each<[string, (request: IncomingMessage, response: ServerResponse) => unknown, object]>([
  ['no JSON', (_request, response) => response.end('<html>'), { reason: 'unreadable', status: 200 }],
  ['another shape', (_request, response) => response.end('{"a": "b"}'), { reason: 'unreadable' }],
  [
    'half an answer',
    (_request, response) =>
      response.writeHead(200, { 'content-length': '9' }).write('{', () => response.destroy()),
    { reason: 'cut_off', status: null },
  ],
  ['nothing', (_request, response) => response.destroy(), { reason: 'unreachable', status: null }],
  [
    'far too much',
    (_request, response) => response.end('x'.repeat(5 * 1_048_576 + 1)),
    { reason: 'too_large' },
  ],
  [
    'a way elsewhere',
    (_request, response) => response.writeHead(302, { location: `${url}elsewhere` }).end(),
    { reason: 'refused', status: 302 },
  ],
])('takes %s for an answer, too', async (_name, misbehave, expected) => {
  answer = misbehave
  expect(await provider.ask(Shape, { path: '/x', method: 'POST' })).toMatchObject({ ok: false, ...expected })
  // and follows no redirect
  expect(asked).toBe(1)
})

it('has enough of silence after a while', async () => {
  const hasty = create(50)
  answer = () => {}
  expect(await hasty.ask(Shape, { path: '/x' })).toMatchObject({ ok: false, reason: 'timeout', status: null })
  await hasty.close()
})

it('says when nobody is there', async () => {
  const gone = createProvider({
    name: 'gone',
    url: 'http://127.0.0.1:9',
    log: createLog('silent'),
    timeoutMs: 20_000,
    pace: { most: 9, withinMs: 9 },
  })
  expect(await gone.ask(Shape, { path: '/', method: 'POST' })).toMatchObject({
    ok: false,
    reason: 'unreachable',
  })
  await gone.close()
})

it('leaves one that is in trouble alone for a while', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  say(503, '')
  for (let failed = 0; failed < 8; failed++) await provider.send({ path: '/x', method: 'POST' })
  expect(await provider.ask(null, { path: '/x' })).toMatchObject({ ok: false, reason: 'paused' })
  expect(asked).toBe(8)
  say(200, '{"a": 3}')
  vi.setSystemTime(Date.now() + 11_000)
  expect(await provider.ask(Shape, { path: '/x' })).toEqual({ ok: true, data: { a: 3 } })
})

it('keeps to its pace', async () => {
  const slow = createProvider({
    name: 'slow',
    url,
    log: createLog('silent'),
    timeoutMs: 20_000,
    pace: { most: 2, withinMs: 60_000 },
  })
  say(200, '{"a": 4}')
  const asking = [1, 2, 3].map(() => slow.send({ path: '/x' }))
  await Promise.all(asking.slice(0, 2))
  expect(asked).toBe(2)
  await slow.close()
  // what waited for its turn is told instead of asked
  expect(await asking[2]).toEqual({ ok: false, reason: 'paused' })
  expect(asked).toBe(2)
})

it('51: logs neither what was asked nor what was answered', async () => {
  say(500, '{"access_token": "canary"}', { 'set-cookie': 'canary' })
  const headers = { authorization: 'Bearer canary' }
  const query = { token: 'canary' }
  await provider.ask(Shape, { path: '/x', method: 'POST', query, headers, json: { code: 'canary' } })
  say(200, '{"a": "canary"}')
  await provider.ask(Shape, { path: '/x', method: 'POST', query, headers, form: 'refresh_token=canary' })
  await new Promise(setImmediate)
  expect(logs).toContain('/base/x')
  expect(logs).not.toContain('canary')
})

it('asks nobody once it is closed', async () => {
  await provider.close()
  expect(await provider.send({ path: '/x' })).toEqual({ ok: false, reason: 'paused' })
})
