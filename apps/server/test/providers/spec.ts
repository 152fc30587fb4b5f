import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Document, OpenAPIBackend } from 'openapi-backend'
import type { StandIn } from './wire.ts'

/** Descriptions lie beside the project, where they do. */
export const FOLDER = process.env.SPECS_DIR || path.join(import.meta.dirname, '../../../../../shared/specs')

export const describedAt = (file: string) => existsSync(path.join(FOLDER, file))

const nothing: Pick<StandIn, 'refuses' | 'denies'> = { refuses: () => null, denies: () => null }

/** Holds questions and answers to a provider's description; to none where that is not beside the project. */
export async function heldTo(file: string): Promise<Pick<StandIn, 'refuses' | 'denies'>> {
  if (!describedAt(file)) return nothing
  const definition = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Document
  // operations without a name cannot be found
  for (const [address, methods] of Object.entries(definition.paths ?? {}))
    for (const [method, operation] of Object.entries(methods as Record<string, { operationId?: string }>))
      operation.operationId ??= `${method} ${address}`
  // servers are where the stand-in is
  definition.servers = []
  const backend = await new OpenAPIBackend({
    definition,
    quick: true,
    ajvOpts: { strict: false, validateFormats: false },
  }).init()
  const words = (errors: { instancePath: string; message?: string }[] | null | undefined) =>
    errors && errors.length > 0 ? errors.map((one) => `${one.instancePath} ${one.message}`).join(', ') : null
  const questionOf = ({ method, path, query, headers, body }: Parameters<StandIn['refuses']>[0]) => ({
    ...{ method, path, query, headers },
    body: body || undefined,
  })
  return {
    refuses(asked) {
      const question = questionOf(asked)
      if (backend.matchOperation(question) === undefined) return 'there is no such call'
      return words(backend.validateRequest(question).errors)
    },
    denies(asked, { status, body }) {
      const operation = backend.matchOperation(questionOf(asked))
      return operation === undefined || body === undefined
        ? null
        : words(backend.validateResponse(body, operation, status).errors)
    },
  }
}
