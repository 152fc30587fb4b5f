import { readFile } from 'node:fs/promises'
import path from 'node:path'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { Endpoint } from '@sharemyshows/contract/endpoint'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tidyComponents } from './components.ts'

const description = `The home for live music, on a server of your own.

Canonical prefix \`/api/v1\`; \`/api\` answers with the same routers. Errors are RFC 9457 problem documents whose \`code\`
is stable. Sign in with \`POST /auth/login\` and use *Authorize* with the access token, or rely on the cookie.`

const logoFile = path.join(import.meta.dirname, '../../../../web/public/favicon.svg')

type Json = Record<string, unknown>

/** The file and the fields of a multipart form, which Fastify's schema has no place for. */
function multipart(endpoint: Endpoint): Json {
  const fields = z.toJSONSchema(endpoint.form ?? z.object({}), {
    io: 'input',
    unrepresentable: 'any',
  }) as Json
  const properties = { file: { type: 'string', format: 'binary' }, ...(fields.properties as Json) }
  return {
    content: { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties } } },
  }
}

/** A body of bytes. */
const opaque = ({ bytes = '', bytesOptional }: Endpoint): Json => ({
  required: !bytesOptional,
  content: { [bytes]: { schema: { type: 'string', format: 'binary' } } },
})

/** Headers as parameters. */
function headersOf(headers: z.ZodObject): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(headers, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => ({
    in: 'header',
    name,
    required: required.includes(name),
    schema,
  }))
}

function bytes(endpoint: Endpoint): Json {
  const types = endpoint.produces ?? []
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
}

/** Adds what the zod transform cannot know: forms, bytes, idempotency keys. */
function complete(document: Json, endpoints: ReadonlyMap<string, Endpoint>): Json {
  for (const operations of Object.values(document.paths as Record<string, Record<string, Json>>)) {
    for (const operation of Object.values(operations)) {
      const endpoint = endpoints.get(String(operation.operationId))
      if (endpoint === undefined) continue
      if (endpoint.form !== undefined) operation.requestBody = multipart(endpoint)
      if (endpoint.bytes !== undefined) operation.requestBody = opaque(endpoint)
      if (endpoint.headers !== undefined) {
        operation.parameters = [...((operation.parameters as Json[]) ?? []), ...headersOf(endpoint.headers)]
      }
      if (endpoint.produces !== undefined) {
        const responses = operation.responses as Record<string, Json>
        responses['200'] = { description: 'The bytes.', content: bytes(endpoint) }
      }
      if (endpoint.idempotent) {
        operation.parameters = [...((operation.parameters as Json[]) ?? []), idempotencyKey]
      }
      for (const [status, response] of Object.entries(operation.responses as Record<string, Json>)) {
        if (response.description === 'Default Response')
          response.description = status === '201' ? 'Made.' : 'Done.'
        asProblem(response)
      }
    }
  }
  return document
}

const idempotencyKey = {
  in: 'header',
  name: 'Idempotency-Key',
  required: false,
  description: 'Repeating the request with the same key answers the first answer again.',
  schema: { type: 'string', maxLength: 255 },
}

/** Problems are `application/problem+json`, not `application/json`. */
function asProblem(response: Json): void {
  const content = response.content as Json | undefined
  if (content === undefined || !String(response.description).startsWith('Problem codes')) return
  response.content = { 'application/problem+json': content['application/json'] }
}

/** OpenAPI 3.1 from the registered routes, with Swagger UI and ReDoc. Call before any route is registered. */
export async function registerDocs(app: FastifyInstance, version: string): Promise<void> {
  const logo = await readFile(logoFile).catch(() => null)
  const endpoints = new Map<string, Endpoint>()
  app.addHook('onRoute', (route) => {
    const endpoint = (route.config as { endpoint?: Endpoint } | undefined)?.endpoint
    if (endpoint !== undefined) endpoints.set(endpoint.id, endpoint)
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'ShareMyShows', version, description, license: { name: 'MIT', identifier: 'MIT' } },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'sms_access' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (input) =>
      tidyComponents(complete(jsonSchemaTransformObject(input) as unknown as Json, endpoints)) as never,
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: false,
    uiConfig: { deepLinking: true },
    theme: { title: 'ShareMyShows API' },
    ...(logo === null ? {} : { logo: { type: 'image/svg+xml', content: logo, href: '/', target: '_self' } }),
  })
  let document: string | null = null
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    document ??= JSON.stringify(app.swagger())
    return reply.type('application/json').send(document)
  })
}
