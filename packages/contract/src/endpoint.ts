import type { z } from 'zod'
import type { ProblemCode } from './errors.ts'

/** Who may call: nobody in particular, anybody (the viewer changes the answer), or a signed-in person. */
export type Security = 'none' | 'optional' | 'required'

/** Classes of rate limits; the numbers live with the server's configuration. */
export type LimitClass =
  | 'read'
  | 'write'
  | 'auth'
  | 'upload'
  | 'part'
  | 'search'
  | 'export'
  | 'invite'
  | 'chat'
  | 'analysis'
  | 'detect'

/** A success the endpoint can give: its schema, or null when the answer has no body or is bytes. */
export type Answers = { readonly [status: number]: z.ZodType | null }

/**
 * One operation of the API as data. Server routes, the OpenAPI document, the web client and the
 * generated attacks of the test-suite all read this; nothing else describes an operation.
 */
export type Endpoint = {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, parameters in braces: `/shows/{id}`. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly security: Security
  /** Only for people of this role or one that includes it; everybody else is refused with `forbidden`. */
  readonly role?: 'organizer' | 'moderator' | 'admin'
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** Bytes the JSON may have, where they are more than elsewhere. */
  readonly bodyLimit?: number
  /** Fields of a multipart form; the file itself arrives as the part `file`. */
  readonly form?: z.ZodObject
  /** MIME type of a body that is bytes and no JSON; `bytesOptional` when it may be absent. */
  readonly bytes?: string
  readonly bytesOptional?: boolean
  /** Request headers that mean something here, by their names, besides those of every operation. */
  readonly headers?: z.ZodObject
  readonly answers: Answers
  /** MIME types when the answer is bytes rather than JSON. */
  readonly produces?: readonly string[]
  readonly problems: readonly ProblemCode[]
  /** Takes an `Idempotency-Key`: the same key and body answer the first answer again. */
  readonly idempotent?: boolean
  readonly deprecated?: boolean
  readonly limit?: LimitClass
  /** Answers an ended session as a stranger instead of 401, so that it can be asked whether it ended. */
  readonly toleratesStale?: boolean
  /** The JSON body may be absent altogether; it is then read as `{}`. */
  readonly bodyOptional?: boolean
}

/** Declares an endpoint and keeps its literal types. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition
}
