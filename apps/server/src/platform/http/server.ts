import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import etag from '@fastify/etag'
import multipart from '@fastify/multipart'
import type { Endpoint, LimitClass } from '@sharemyshows/contract/endpoint'
import { refuse } from '@sharemyshows/contract/errors'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import type { z } from 'zod'
import { type Log, loggedPath } from '../log/log.ts'
import { registerTus, TUS_HEADERS } from '../uploads/tus.ts'
import type { Actor, Authenticate } from './actor.ts'
import { accessTokenOf, hasRefreshCookie } from './cookies.ts'
import { refuseForeign } from './csrf.ts'
import { registerDocs } from './docs.ts'
import { parseJson, refuseUnstorable } from './json.ts'
import type { Limiter } from './limits.ts'
import { networkOf } from './network.ts'
import { refusalOf, sendProblem } from './problem.ts'
import { registerRedoc } from './redoc.ts'
import { registerSecurityHeaders } from './security.ts'
import { compileSerializer } from './serialize.ts'
import { cutSlowBody } from './slow-body.ts'
import { answerClientError, answerUnroutable, newRequestId } from './unrouted.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
    /** Came with a session that has ended or must be refreshed. */
    stale: boolean
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint
    /** The rate limit of a route that is no endpoint of the API. */
    limit?: LimitClass
  }
}

export type HttpOptions = {
  log: Log
  version: string
  https: boolean
  /** Where pictures and recordings are read besides here. */
  filesOrigin: string | null
  /** Where browsers fetch tiles of maps. */
  tilesOrigin?: string | null
  /** Where pictures of songs lie that are linked to. */
  artworkOrigins?: readonly string[]
  corsOrigins: readonly string[]
  trustProxy: readonly string[]
  limiter: Limiter
  authenticate: Authenticate
  patience?: Patience
  /** Where uploads in parts are taken, and most bytes of one. */
  tus?: { path: string; maxSize: number }
}

/** How long a client may take, in ms: for its headers, for the next 16 KB of its body, and without a byte at all. */
export type Patience = { headers: number; body: number; silence: number; look: number }
const PATIENCE: Patience = { headers: 15_000, body: 15_000, silence: 30_000, look: 5_000 }

const JSON_BODY_BYTES = 1_048_576

/** `/api/x` is `/api/v1/x`; the documentation has its own addresses. */
function canonical(url: string): string {
  if (!url.startsWith('/api/') || url.startsWith('/api/v1/')) return url
  return /^\/api\/(docs|redoc|openapi\.json)(\/|\?|$)/.test(url) ? url : `/api/v1/${url.slice(5)}`
}

/** The HTTP frame: everything that holds for every route, and no route of a feature. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const patience = options.patience ?? PATIENCE
  const app = Fastify({
    loggerInstance: options.log.child({}, { serializers: {} }),
    // one log for all requests: what is written names its request anyway
    childLoggerFactory: (log: unknown) => log,
    logController: new LogController({ disableRequestLogging: true }),
    rewriteUrl: (request: { url?: string }) => canonical(request.url ?? '/'),
    genReqId: newRequestId,
    frameworkErrors: answerUnroutable(options.https),
    clientErrorHandler: answerClientError(options.log, options.https),
    trustProxy: options.trustProxy.length > 0 ? [...options.trustProxy] : false,
    bodyLimit: JSON_BODY_BYTES,
    connectionTimeout: patience.silence,
    keepAliveTimeout: 65_000,
    // 50 MB at half a megabit a second
    requestTimeout: 900_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    http: {
      headersTimeout: patience.headers,
      connectionsCheckingInterval: patience.look,
      maxHeaderSize: 16_384,
    },
  } as never) as unknown as FastifyInstance
  app.decorateRequest('actor', null)
  app.decorateRequest('stale', false)
  parseJson(app)
  app.setValidatorCompiler(
    ({ schema }) =>
      (data) =>
        validate(schema as z.ZodType, data),
  )
  app.setSerializerCompiler(({ schema }) => compileSerializer(schema as z.ZodType))
  registerSecurityHeaders(app, options)
  // what is asked by OPTIONS is answered by the next
  if (options.tus !== undefined) registerTus(app, options.tus)
  await app.register(cors, {
    origin: [...options.corsOrigins],
    credentials: true,
    maxAge: 600,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    strictPreflight: false,
    exposedHeaders: ['etag', 'retry-after', ...TUS_HEADERS],
  })
  await app.register(cookie)
  await app.register(etag, { weak: true })
  await app.register(compress, {
    threshold: 2048,
    encodings: ['br', 'gzip'],
    // a body that unpacks to a thousand times its size is read by nobody
    globalDecompression: false,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await app.register(multipart, { throwFileSizeLimit: false })
  app.addHook('onRequest', ({ raw }, _reply, done) => {
    cutSlowBody(raw, patience.body)
    done()
  })
  addHooks(app, options)
  addFailures(app)
  await registerDocs(app, options.version)
  await registerRedoc(app)
  return app
}

/** Shapes that are wrong are 422 with the fields named; a path that names nothing is simply not found. */
function validate(schema: z.ZodType, data: unknown): { value: unknown } | { error: Error } {
  const result = schema.safeParse(data)
  return result.success ? { value: result.data } : { error: result.error }
}

function limitOf({ routeOptions: { config } }: FastifyRequest): LimitClass | undefined {
  const { endpoint } = config
  if (endpoint === undefined) return config.limit
  return endpoint.limit ?? (endpoint.method === 'GET' ? 'read' : 'write')
}

function addHooks(app: FastifyInstance, options: HttpOptions): void {
  const { limiter } = options
  app.addHook('onRequest', async (request, reply) => {
    const endpoint = request.routeOptions.config.endpoint
    const token = accessTokenOf(request, options.https)
    if (token !== null) request.actor = await options.authenticate(token.token)
    request.stale = request.actor === null && (token !== null || hasRefreshCookie(request, options.https))
    const foreign = refuseForeign(request, options.corsOrigins, token?.byCookie ?? false)
    if (foreign !== null) return sendProblem(request, reply, foreign)
    const limit = limitOf(request)
    if (limit === undefined) return
    if (endpoint !== undefined && isEncoded(request, endpoint)) {
      reply.header('accept-encoding', 'identity')
      return sendProblem(request, reply, refuse('unsupported_media_type'))
    }
    if (endpoint?.bytes !== undefined && !isOfType(request, endpoint.bytes)) {
      return sendProblem(request, reply, refuse('unsupported_media_type'))
    }
    const wait = await limiter(
      limit,
      (limit === 'auth' ? undefined : request.actor?.id) ?? networkOf(request.ip),
    )
    if (wait === null) return
    reply.header('retry-after', wait.retryAfter)
    return sendProblem(request, reply, refuse('rate_limited'))
  })
  app.addHook('preValidation', async (request, reply) => {
    if (request.routeOptions.config.endpoint?.bodyOptional) request.body ??= {}
    const refusal =
      refuseUnstorable(request.params) ?? refuseUnstorable(request.query) ?? refuseUnstorable(request.body)
    if (refusal !== null) return sendProblem(request, reply, refusal)
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      reply.header('cache-control', 'private, no-cache')
      reply.header('vary', 'Cookie, Authorization, Accept-Encoding')
    }
    done(null, payload)
  })
  // a line of known fields holds no secret, and looking for one would cost more than the line
  const accessLog = options.log.child({}, { redact: [] })
  app.addHook('onResponse', (request, reply, done) => {
    accessLog.info({
      request_id: request.id,
      method: request.method,
      path: loggedPath(request.url),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ip: request.ip,
      user: request.actor?.id,
    })
    done()
  })
}

/** A body in a coding such as gzip. We take none. */
const isEncoded = (request: FastifyRequest, { body, form, bytes }: Endpoint): boolean =>
  (body ?? form ?? bytes) !== undefined && (request.headers['content-encoding'] ?? 'identity') !== 'identity'

/** A body of this type, or of none: what is none is told apart by the parser. */
const isOfType = ({ headers }: FastifyRequest, type: string): boolean =>
  (headers['content-type'] ?? type) === type

type ValidationFault = Error & { validationContext?: string; issues?: z.core.$ZodIssue[] }

function addFailures(app: FastifyInstance): void {
  app.setErrorHandler((fault: ValidationFault, request, reply) => {
    if (reply.sent) return
    if (fault.issues !== undefined) {
      if (fault.validationContext === 'params') return sendProblem(request, reply, refuse('not_found'))
      const errors = fault.issues.slice(0, 20).flatMap(fieldsOf)
      return sendProblem(request, reply, refuse('validation_failed', { errors }))
    }
    const refusal = refusalOf(fault)
    if (refusal === null) request.log.error({ err: fault, request_id: request.id }, 'a request failed')
    return sendProblem(request, reply, refusal ?? refuse('internal_error'))
  })
}

/** Unknown fields are named one by one; everything else by its path. */
function fieldsOf(issue: z.core.$ZodIssue): { field: string; message: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), message: 'Unknown field' }))
  }
  return [{ field: issue.path.join('.'), message: issue.message }]
}
