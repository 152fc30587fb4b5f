import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { FastifyInstance } from 'fastify'

const MOST_DEPTH = 32

/**
 * What JSON allows but no text here may hold: NUL (PostgreSQL has none), lone surrogates (not UTF-8), numbers
 * beyond a double (1e400), nesting without end, and keys that reach into prototypes.
 */
function fault(value: unknown, depth: number): string | null {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) return 'A text is not valid Unicode.'
    return value.includes('\0') ? 'A text holds a NUL character.' : null
  }
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'A number is out of range.'
  if (typeof value !== 'object' || value === null) return null
  if (depth >= MOST_DEPTH) return 'The body is nested too deeply.'
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__' || key === 'constructor') return `The key “${key}” is not allowed.`
    const found = fault(key, depth) ?? fault(inner, depth + 1)
    if (found !== null) return found
  }
  return null
}

/** A refusal when a parsed value holds what no store can keep. */
export function refuseUnstorable(value: unknown): Refusal | null {
  const message = fault(value, 0)
  return message === null ? null : refuse('malformed_request', { message })
}

class Malformed extends Error {
  readonly code = 'FST_ERR_CTP_INVALID_JSON_BODY'
  readonly statusCode = 400
}

/** JSON bodies: an absent one is `undefined`, so that endpoints which allow that can say so. */
export function parseJson(app: FastifyInstance): void {
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body.length === 0) return done(null, undefined)
    try {
      done(null, JSON.parse(body as string))
    } catch (error) {
      done(new Malformed((error as Error).message))
    }
  })
}
