import { Problem, problems, statusOf } from '@sharemyshows/contract/errors'
import { holdToEndpoint } from '../../apps/server/test/client.ts'
import type { Attempt } from './attempt.ts'
import type { Reply } from './send.ts'

/** What no answer may show: paths and stacks of the program, and texts of the database. */
const inside = /node_modules|\.ts:\d|at \w+ \(|syntax error at|violates|relation "|invalid input syntax|pg_/

/** A JSON answer; undefined for bytes and for none. */
export function bodyOf({ headers, bytes }: Reply): unknown {
  return headers.get('content-type')?.includes('json') && bytes.length > 0
    ? JSON.parse(bytes.toString('utf8'))
    : undefined
}

/** What is wrong with an answer, in words; null for a good one. */
export function faultOf(attempt: Attempt, reply: Reply): string | null {
  try {
    return (
      headerFault(reply) ??
      (reply.status >= 400 ? refusalFault(attempt, reply) : successFault(attempt, reply))
    )
  } catch (error) {
    return (error as Error).message.replaceAll(/\s+/g, ' ').slice(0, 300)
  }
}

function headerFault({ headers, status }: Reply): string | null {
  if (headers.get('x-content-type-options') !== 'nosniff') return `${status} without nosniff`
  if (!headers.get('content-security-policy')) return `${status} without a content security policy`
  if (headers.has('x-powered-by') || headers.has('server')) return `${status} names what it runs on`
  return null
}

function refusalFault({ endpoint, strayed, path }: Attempt, reply: Reply): string | null {
  const { status, headers, bytes } = reply
  const type = headers.get('content-type') ?? 'nothing'
  if (!type.startsWith('application/problem+json'))
    return `${status} as ${type}: ${bytes.toString('latin1', 0, 120)}`
  const problem = Problem.parse(bodyOf(reply))
  if (!(problem.code in problems)) return `${status} with the unknown code ${problem.code}`
  if (statusOf(problem.code as keyof typeof problems) !== status)
    return `${status} with the code ${problem.code}`
  if (status >= 500 && !endpoint.problems.some((code) => code === problem.code))
    return `${status} ${problem.code}`
  if (problem.request_id !== headers.get('x-request-id')) return `${status} without its request id`
  // what was asked for may stand in the answer, what we are made of may not
  if (inside.test(JSON.stringify(problem).replaceAll(decode(path), '')))
    return `${status} tells too much: ${problem.message}`
  const frame = [
    'route_not_found',
    'headers_too_large',
    'not_acceptable',
    'method_not_allowed',
    'foreign_origin',
  ]
  if (!strayed && !frame.includes(problem.code)) holdToEndpoint(endpoint, { status, headers, body: problem })
  return null
}

function successFault({ endpoint, strayed }: Attempt, reply: Reply): string | null {
  if (reply.status === 304) return null
  if (!strayed) holdToEndpoint(endpoint, { ...reply, body: bodyOf(reply) })
  return null
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
