import { access } from 'node:fs/promises'
import path from 'node:path'
import { type Context, type Document, OpenAPIBackend } from 'openapi-backend'
import type { Accounts } from './accounts.ts'
import { operations } from './operations.ts'
import type { Asked, Call, Said } from './wire.ts'

/** Spotify's description, where it lies beside the project. */
const SPEC = path.join(
  process.env.SPECS_DIR || path.join(import.meta.dirname, '../../../../../shared/specs'),
  'spotify/fixed-spotify-open-api.yml',
)

export type Api = {
  described: boolean
  answer(base: string, asked: Asked, headers: Record<string, string>): Promise<Said>
}

type Options = { accounts: Accounts; refused: string[]; untrue: string[] }

const no = (status: number, message: string, reason?: string): Said => ({
  status,
  body: { error: { status, message, ...(reason && { reason }) } },
})

/** The addresses alone, for a clone that has no description beside it. */
const bare = (): Document => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [operationId, { on }] of Object.entries(operations)) {
    const [method = '', address = ''] = on.split(' ')
    const responses = { default: { description: 'an answer' } }
    paths[address] = { ...paths[address], [method.toLowerCase()]: { operationId, responses } }
  }
  return { openapi: '3.0.3', info: { title: 'Spotify', version: '1' }, paths } as Document
}

/** The Web API: holds what it is asked to Spotify's description, and its own answers, too. */
export async function createApi({ accounts, refused, untrue }: Options): Promise<Api> {
  const described = await access(SPEC).then(
    () => true,
    () => false,
  )
  const backend = new OpenAPIBackend({
    definition: described ? SPEC : bare(),
    validate: described,
    apiRoot: '/v1',
    quick: true,
    ajvOpts: { strict: false, validateFormats: false },
  })
  const refuse = (asked: Asked, why: string) => {
    refused.push(`${asked.method} ${asked.path}: ${why}`)
    return no(400, why)
  }
  const scopesOf = ({ operation }: Context): string[] =>
    (operation.security ?? []).flatMap((one) => Object.values(one).flat())

  for (const [id, { act }] of Object.entries(operations)) {
    backend.register(id, (context: Context, base: string, asked: Asked, token: string) => {
      const grant = accounts.holderOf(token)
      if (grant === undefined) return no(401, 'The access token expired')
      const scopes = scopesOf(context)
      // the description names all that would do
      if (scopes.length > 0 && !scopes.some((scope) => grant.scopes.includes(scope)))
        return no(403, 'Insufficient client scope')
      const { params, query, requestBody } = context.request
      const said = act({ listener: grant.listener, base, params, query, body: requestBody ?? {} } as Call)
      const wrong =
        described &&
        said.body !== undefined &&
        backend.validateResponse(said.body, context.operation, said.status).errors
      if (wrong) untrue.push(`${asked.method} ${asked.path}: ${JSON.stringify(wrong)}`)
      return said
    })
  }
  backend.register({
    validationFail: ({ validation }: Context, _base: string, asked: Asked) =>
      refuse(asked, (validation.errors ?? []).map((one) => `${one.instancePath} ${one.message}`).join(', ')),
    notFound: (_context: Context, _base: string, asked: Asked) => refuse(asked, 'there is no such call'),
    methodNotAllowed: (_context: Context, _base: string, asked: Asked) => refuse(asked, 'no such method'),
    notImplemented: (_context: Context, _base: string, asked: Asked) =>
      refuse(asked, 'the product has no use for it'),
  })
  // whose token it is was asked above, where its scopes are judged
  if (described) backend.registerSecurityHandler('oauth_2_0', () => true)
  await backend.init()
  return {
    described,
    answer: (base, asked, headers) =>
      backend.handleRequest(
        { ...asked, headers, body: asked.body || undefined },
        base,
        asked,
        headers.authorization?.replace(/^Bearer /, '') ?? '',
      ),
  }
}
