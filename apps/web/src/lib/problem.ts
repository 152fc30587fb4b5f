import type { Problem, ProblemCode } from '@sharemyshows/contract/errors'

/** A problem code of the contract, or one of ours for when no answer came that the contract knows. */
export type ApiCode = ProblemCode | 'offline' | 'unreachable' | 'unexpected'

export type FieldProblem = { field: string; message: string }

type Parts = {
  code: ApiCode
  message: string
  /** HTTP status; 0 when there was no answer. */
  status: number
  fields?: FieldProblem[]
  /** The server's name for the request, to be told to whoever runs it. */
  requestId?: string | undefined
  /** Seconds to wait before another try, when the server said so. */
  retryAfter?: number | undefined
  /** Extra members of the answer, such as a distance. */
  details?: Readonly<Record<string, unknown>>
}

/** The server's "no", or its silence: `code` to switch on, `message` for people, `fields` for forms. */
export class ApiProblem extends Error {
  readonly code: ApiCode
  readonly status: number
  readonly fields: readonly FieldProblem[]
  readonly requestId: string | undefined
  readonly retryAfter: number | undefined
  readonly details: Readonly<Record<string, unknown>>

  constructor(parts: Parts) {
    super(parts.message)
    this.name = 'ApiProblem'
    this.code = parts.code
    this.status = parts.status
    this.fields = parts.fields ?? []
    this.requestId = parts.requestId
    this.retryAfter = parts.retryAfter
    this.details = parts.details ?? {}
  }
}

/** The problem in an answer that is not a success; `body` is its JSON, or whatever else came. */
export function problemIn(status: number, body: unknown, retryAfter: string | null): ApiProblem {
  const wait = Number.parseInt(retryAfter ?? '', 10)
  const common = { status, retryAfter: Number.isNaN(wait) ? undefined : wait }
  if (!isProblem(body)) return new ApiProblem({ ...common, code: 'unexpected', message: ofStatus(status) })
  return new ApiProblem({
    ...common,
    code: body.code as ProblemCode,
    message: body.message,
    fields: body.errors ?? [],
    requestId: body.request_id,
    details: body,
  })
}

/** The problem of a request that got no answer at all. */
export function silence(): ApiProblem {
  return navigator.onLine
    ? new ApiProblem({
        code: 'unreachable',
        status: 0,
        message: 'The server does not answer. Try again in a moment.',
      })
    : new ApiProblem({
        code: 'offline',
        status: 0,
        message: 'You are offline. Try again when the network is back.',
      })
}

/** True when somebody took the request back on purpose. */
export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

/** Any failure as a sentence for people. */
export function sayProblem(error: unknown): string {
  if (!(error instanceof ApiProblem)) return 'That did not work. Try again.'
  return error.code === 'rate_limited' && error.retryAfter ? sayWait(error.retryAfter) : error.message
}

function sayWait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  if (seconds < 90) return `Too many tries. Wait ${seconds} seconds, then try again.`
  return `Too many tries. Wait ${minutes} minutes, then try again.`
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body
}

function ofStatus(status: number): string {
  if (status === 413) return 'That is more than the server takes in one request.'
  if (status >= 500) return 'The server is not available just now. Try again in a moment.'
  return 'The server gave an answer that makes no sense here. Try again.'
}
