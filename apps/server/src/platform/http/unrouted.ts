import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Log, loggedPath } from '../log/log.ts'
import { problemOf } from './problem.ts'

/** Long enough to find in a log; of a UUID, because Node draws the chance for many of them at once. */
export const newRequestId = () => randomUUID().slice(-12)

/** What every answer says to browsers, for those that are given before any hook runs. */
const headersOf = (requestId: string, https: boolean): Record<string, string> => ({
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-request-id': requestId,
  ...(https && { 'strict-transport-security': 'max-age=31536000' }),
})

/** An address that no route can be looked up for: broken percent-encoding, or a segment without end. */
export function answerUnroutable(https: boolean) {
  return (fault: { code?: string }, request: FastifyRequest, reply: FastifyReply): void => {
    const tooLong = fault.code === 'FST_ERR_MAX_PARAM_LENGTH'
    const refusal = refuse(tooLong ? 'not_found' : 'malformed_request')
    const problem = problemOf(refusal, request.id)
    const path = loggedPath(request.raw.url ?? '').slice(0, 200)
    request.log.info({ request_id: request.id, method: request.method, path, status: problem.status })
    reply.raw.writeHead(problem.status, headersOf(request.id, https)).end(JSON.stringify(problem))
  }
}

const refusals: Record<string, Refusal> = {
  ERR_HTTP_REQUEST_TIMEOUT: refuse('request_timeout'),
  HPE_HEADER_OVERFLOW: refuse('headers_too_large'),
}

/** What is not HTTP, or arrives too slowly: there is no request yet, only a socket. */
export function answerClientError(log: Log, https: boolean) {
  return (fault: Error & { code?: string }, socket: Socket): void => {
    if (fault.code === 'ECONNRESET' || socket.destroyed) return
    const requestId = newRequestId()
    const problem = problemOf(refusals[fault.code ?? ''] ?? refuse('malformed_request'), requestId)
    log.info({ request_id: requestId, status: problem.status, fault: fault.code, ip: socket.remoteAddress })
    // an answer may be under way on this connection already, for an earlier request
    if (socket.writable) socket.write(written(problem.status, headersOf(requestId, https), problem))
    socket.destroySoon()
  }
}

function written(status: number, headers: Record<string, string>, problem: object): string {
  const body = JSON.stringify(problem)
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${body}`
}
