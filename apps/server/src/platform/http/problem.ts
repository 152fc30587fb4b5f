import { STATUS_CODES } from 'node:http'
import {
  type Problem,
  type ProblemCode,
  problems,
  type Refusal,
  statusOf,
} from '@sharemyshows/contract/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Builds the RFC 9457 document of a refusal. */
export function problemOf(refusal: Refusal, requestId?: string): Problem {
  const status = statusOf(refusal.refused)
  const [first] = refusal.errors ?? []
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code: refusal.refused,
    message: refusal.message ?? problems[refusal.refused][1],
    ...(first === undefined ? {} : { detail: `${first.field}: ${first.message}` }),
    ...(requestId === undefined ? {} : { request_id: requestId }),
    ...(refusal.errors === undefined ? {} : { errors: refusal.errors }),
    ...refusal.details,
  }
}

/** Answers with a problem document; a refusal that says how long to wait says so in the header, too. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const wait = refusal.details?.retry_after
  if (wait !== undefined) reply.header('retry-after', String(wait))
  return reply
    .code(statusOf(refusal.refused))
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problemOf(refusal, request.id))
}

type Fault = Error & { code?: string; statusCode?: number; errors?: unknown }

const byFastifyCode: Record<string, ProblemCode> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload_too_large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_request',
  FST_REQ_FILE_TOO_LARGE: 'payload_too_large',
  FST_FILES_LIMIT: 'malformed_request',
  FST_FIELDS_LIMIT: 'malformed_request',
  FST_PARTS_LIMIT: 'malformed_request',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
  ERR_STREAM_PREMATURE_CLOSE: 'malformed_request',
  ECONNRESET: 'malformed_request',
  ENOSPC: 'storage_full',
  EDQUOT: 'storage_full',
  STORAGE_FULL: 'storage_full',
  STORAGE_UNAVAILABLE: 'unavailable',
  ECONNREFUSED: 'unavailable',
  '53100': 'storage_full',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  // what a row was to belong to went away meanwhile
  '23503': 'not_found',
  '22021': 'malformed_request',
  '22P05': 'malformed_request',
}

const unreachable =
  /timeout exceeded when trying to connect|Connection terminated|the database system is|Client has encountered a connection error/

/** The refusal a thrown fault stands for; null for a surprise. */
export function refusalOf(fault: Fault): Refusal | null {
  const code = byFastifyCode[fault.code ?? '']
  if (code !== undefined) return { refused: code }
  if (unreachable.test(fault.message)) return { refused: 'unavailable' }
  if (fault.statusCode === 413) return { refused: 'payload_too_large' }
  if (fault.statusCode === 415) return { refused: 'unsupported_media_type' }
  if (fault.statusCode !== undefined && fault.statusCode >= 400 && fault.statusCode < 500) {
    return { refused: 'malformed_request' }
  }
  return null
}
