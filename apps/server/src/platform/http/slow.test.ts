import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../log/log.ts'
import { createLimiter } from './limits.ts'
import { createHttp } from './server.ts'

let app: FastifyInstance
let port: number
beforeAll(async () => {
  app = await createHttp({
    log: createLog('silent'),
    version: '0',
    https: false,
    filesOrigin: null,
    corsOrigins: [],
    trustProxy: [],
    limiter: createLimiter(false),
    authenticate: async () => null,
    // the product's are 15, 15 and 30 s; bench:limits times those
    patience: { headers: 200, body: 300, silence: 600, look: 50 },
  })
  app.post('/echo', async ({ body }) => ({ body }))
  app.get('/quick', async () => ({ ok: true }))
  app.get('/endless', async () =>
    Readable.from(
      (async function* () {
        for (;;) yield Buffer.alloc(65_536)
      })(),
    ),
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as AddressInfo).port
})
afterAll(() => app.close())

/** Sends `head`, then a byte ever again; gives what was answered once the other side hung up. */
function trickle(head: string, byte: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    let more: NodeJS.Timeout | undefined
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(head)
      more = setInterval(() => socket.write(byte), 20)
    })
    socket.on('data', (data) => {
      answer += data
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(more)
      resolve(answer)
    })
  })
}

describe('57: whoever is slow without end is cut', () => {
  it('while the headers come, with a word', async () => {
    const answer = await trickle('GET /quick HTTP/1.1\r\nhost: x\r\nx-slow: ', 'a')
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer).toContain('application/problem+json')
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({ code: 'request_timeout' })
  })

  it.each([
    ['of a known length', 'content-length: 10000'],
    ['of an unknown length', 'transfer-encoding: chunked'],
  ])('while a body %s trickles in', async (_name, header) => {
    const head = `POST /echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${header}\r\n\r\n`
    expect(await trickle(head, header.startsWith('t') ? '1\r\n \r\n' : ' ')).toBe('')
  })

  it('while nobody reads the answer', async () => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /endless HTTP/1.1\r\nhost: x\r\n\r\n'))
    socket.pause().on('error', () => {})
    const open = () =>
      new Promise<number>((resolve) => app.server.getConnections((_error, count) => resolve(count)))
    while ((await open()) === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    while ((await open()) > 0) await new Promise((resolve) => setTimeout(resolve, 20))
    socket.destroy()
  })

  it('and nobody else', async () => {
    const slow = Array.from({ length: 50 }, () => trickle('GET /quick HTTP/1.1\r\nhost: x\r\nx-slow: ', 'a'))
    const base = `http://127.0.0.1:${port}`
    for (let n = 0; n < 20; n++) expect((await fetch(`${base}/quick`)).status).toBe(200)
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify('x'.repeat(500_000))
    expect((await fetch(`${base}/echo`, { method: 'POST', headers, body })).status).toBe(200)
    await Promise.all(slow)
  })
})
