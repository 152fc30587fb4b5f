import type { Endpoint } from '@sharemyshows/contract/endpoint'
import {
  isRefusal,
  Problem,
  type ProblemCode,
  type Refusal,
  refuse,
  statusOf,
} from '@sharemyshows/contract/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { z } from 'zod'
import type { Db, Tx } from '../db/connect.ts'
import { type Actor, includesRole } from './actor.ts'
import { Answer, runOnce } from './once.ts'
import { sendProblem } from './problem.ts'

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Success<E extends Endpoint> = {
  [Status in keyof E['answers']]: E['answers'][Status] extends z.ZodType
    ? z.input<E['answers'][Status]>
    : undefined
}[keyof E['answers']]
type ActorOf<E extends Endpoint> = E['security'] extends 'required' ? Actor : Actor | null

/** What an edge gets: the parsed request, who asks, and the one way to write. */
export type Call<E extends Endpoint> = {
  actor: ActorOf<E>
  params: Parsed<E['params']>
  query: Parsed<E['query']>
  body: Parsed<E['body']>
  request: FastifyRequest
  reply: FastifyReply
  /** One transaction for the work, its facts, its jobs and its idempotent answer; `seal` adds to the fingerprint. */
  write: <T>(
    work: (tx: Tx) => Promise<T | Answer<T> | Refusal>,
    seal?: string,
  ) => Promise<T | Answer<T> | Refusal>
}
/** Bytes and redirects are sent by the edge itself; it then returns the reply. */
export type Handler<E extends Endpoint> = (
  call: Call<E>,
) => Promise<Success<E> | Answer<Success<E>> | Refusal | FastifyReply>

/** Registers one operation of the contract; features get it bound to the app (`Routes`). */
export type Routes = <E extends Endpoint>(endpoint: E, handler: Handler<E>) => void

const always: ProblemCode[] = ['malformed_request', 'rate_limited', 'internal_error', 'unavailable']

const bodyProblems = [
  'malformed_json',
  'validation_failed',
  'payload_too_large',
  'unsupported_media_type',
] as const

/** Every problem an operation can answer, grouped by status for the OpenAPI document. */
export function problemsOf(endpoint: Endpoint): Map<number, ProblemCode[]> {
  const codes = new Set<ProblemCode>([...endpoint.problems, ...always])
  if (endpoint.security !== 'none' && !endpoint.toleratesStale) codes.add('unauthenticated')
  if (endpoint.role !== undefined) codes.add('forbidden')
  if (endpoint.params !== undefined) codes.add('not_found')
  if (endpoint.body !== undefined) for (const code of bodyProblems) codes.add(code)
  if (endpoint.bytes !== undefined) codes.add('unsupported_media_type')
  if (endpoint.query !== undefined || endpoint.form !== undefined) codes.add('validation_failed')
  if (endpoint.method !== 'GET') codes.add('foreign_origin')
  return Map.groupBy([...codes].sort(), statusOf) as Map<number, ProblemCode[]>
}

function documentation(endpoint: Endpoint): NonNullable<RouteOptions['schema']> {
  const response: Record<string, unknown> = {}
  for (const [status, schema] of Object.entries(endpoint.answers)) {
    response[status] = schema ?? z.undefined().describe(bodyless(endpoint, Number(status)))
  }
  for (const [status, codes] of problemsOf(endpoint)) {
    response[status] = Problem.describe(`Problem codes: ${codes.map((code) => `\`${code}\``).join(', ')}`)
  }
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [endpoint.tag],
    ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
    ...(endpoint.deprecated ? { deprecated: true } : {}),
    security: securityOf(endpoint),
    ...(endpoint.params && { params: endpoint.params }),
    ...(endpoint.query && { querystring: endpoint.query }),
    ...(endpoint.body && { body: endpoint.bodyOptional ? endpoint.body.optional() : endpoint.body }),
    response,
  } as NonNullable<RouteOptions['schema']>
}

function bodyless(endpoint: Endpoint, status: number): string {
  if (status === 308) return 'It goes by another id now; `Location` says where.'
  return endpoint.produces ? 'The bytes.' : 'Done; no body.'
}

function securityOf(endpoint: Endpoint): Record<string, string[]>[] {
  if (endpoint.security === 'none') return []
  const required = [{ bearer: [] }, { cookie: [] }]
  return endpoint.security === 'optional' ? [...required, {}] : required
}

/** `/shows/{id}` as Fastify writes it. */
const fastifyPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1')

/** Binds registration to an app: validates, asks for a sign-in where it is needed, maps answers and refusals. */
export function routesOn(app: FastifyInstance, db: Db): Routes {
  return (endpoint, handler) => {
    const [firstStatus = 200] = Object.keys(endpoint.answers).map(Number)
    app.route({
      method: endpoint.method,
      url: fastifyPath(endpoint.path),
      schema: documentation(endpoint),
      config: { endpoint },
      ...(endpoint.bodyLimit !== undefined && { bodyLimit: endpoint.bodyLimit }),
      handler: async (request, reply) => {
        const actor = request.actor
        if (actor === null && needsSession(endpoint, request)) {
          return sendProblem(request, reply, refuse('unauthenticated'))
        }
        if (endpoint.role !== undefined && !includesRole(actor, endpoint.role)) {
          return sendProblem(request, reply, refuse('forbidden'))
        }
        const key = idempotencyKey(endpoint, request)
        if (key !== undefined && (key === '' || key.length > MOST_KEY_CHARS)) {
          return sendProblem(request, reply, refuse('malformed_request', { message: keyMessage }))
        }
        const call = {
          actor,
          params: request.params,
          query: request.query,
          body: request.body,
          request,
          reply,
          write: (work: (tx: Tx) => Promise<unknown>, seal = '') =>
            runOnce(db, actor, key, fingerprint(request, seal), work),
        } as unknown as Parameters<typeof handler>[0]
        return send(request, reply, firstStatus, await handler(call))
      },
    })
  }
}

/** A session that ended is told so, or its owner would see a stranger's view and wonder. */
const needsSession = (endpoint: Endpoint, request: FastifyRequest) =>
  endpoint.security === 'required' ||
  (endpoint.security === 'optional' && request.stale && !endpoint.toleratesStale)

function send(request: FastifyRequest, reply: FastifyReply, firstStatus: number, result: unknown): unknown {
  // a reply is a promise of having been sent, or of its reader having gone: an edge that returned it gives nothing here
  if (reply.sent || reply.raw.headersSent) return reply
  if (isRefusal(result)) return sendProblem(request, reply, result)
  const status = result instanceof Answer && result.status !== 0 ? result.status : firstStatus
  const body = result instanceof Answer ? result.body : result
  return reply.code(status).send(body)
}

const MOST_KEY_CHARS = 255
const keyMessage = `An Idempotency-Key has 1 to ${MOST_KEY_CHARS} characters.`

function idempotencyKey(endpoint: Endpoint, request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  return endpoint.idempotent && typeof key === 'string' ? key : undefined
}

const fingerprint = (request: FastifyRequest, seal: string) =>
  `${request.method} ${request.routeOptions.url} ${JSON.stringify([request.params, request.body ?? null])} ${seal}`
