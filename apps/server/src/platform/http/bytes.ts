import { Readable } from 'node:stream'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'

export type Bytes = {
  /** Of all bytes. */
  size: number
  mime: string
  /** Without quotes; other bytes, another tag. */
  etag: string
  /** What a browser calls the file when it is saved. */
  fileName: string
  /** From `start` to `end` inclusive; null when the file is gone. */
  open: (range?: ByteRange) => Promise<Readable | null>
  vary?: string
  /** True when the address names these bytes and no others, so that nobody needs to ask for them again. */
  immutable?: boolean
  /** Never a range of it: what is packed on its way has none. */
  whole?: boolean
  /** To be saved, and not shown. */
  attachment?: boolean
  /** Gives an address elsewhere at which the bytes may be read for some seconds; null where they are read here. */
  presign?: (answer: { seconds: number; mime: string; disposition: string }) => Promise<string | null>
}
export type ByteRange = { start: number; end: number }

/** Seconds. */
const YEAR = 31_536_000
/** How long an address given out can be used: by whoever was let in, also if that changes meanwhile. */
const PRESIGNED = 300

/** Sends a file of ours: whole, one range of it, its headers alone, "you have it", or an address where it lies. */
export async function sendBytes(
  request: FastifyRequest,
  reply: FastifyReply,
  bytes: Bytes,
): Promise<FastifyReply | Refusal> {
  const etag = `"${bytes.etag}"`
  if (isKnown(request.headers['if-none-match'], etag)) {
    addHeaders(reply, bytes, etag)
    return reply.code(304).send()
  }
  const range = bytes.whole ? undefined : rangeOf(request, bytes.size, etag)
  if (range === 'unsatisfiable') {
    reply.header('content-range', `bytes */${bytes.size}`)
    return refuse('range_not_satisfiable')
  }
  const elsewhere = mayGoElsewhere(request) ? await bytes.presign?.(presigned(bytes)) : undefined
  if (elsewhere) {
    // asked for anew each time, so that whoever may see it no longer gets no new address
    reply.headers({ vary: varyOf(bytes), 'cache-control': 'private, no-store' })
    return reply.redirect(elsewhere, 302)
  }
  const stream = request.method === 'HEAD' ? Readable.from([]) : await bytes.open(range)
  if (stream === null) {
    request.log.error({ request_id: request.id, file: bytes.etag }, 'a file is missing from the storage')
    return refuse('not_found')
  }
  addHeaders(reply, bytes, etag)
  reply.header('content-type', bytes.mime)
  if (range !== undefined) reply.header('content-range', `bytes ${range.start}-${range.end}/${bytes.size}`)
  reply.header('content-length', range === undefined ? bytes.size : range.end - range.start + 1)
  return reply.code(range === undefined ? 200 : 206).send(stream)
}

/**
 * Ranges stay here, because players ask for the next one long after an address has ended; scripts stay, because a fetch
 * may read from another origin only with that one's leave.
 */
const mayGoElsewhere = ({ method, headers }: FastifyRequest) =>
  method === 'GET' && headers.range === undefined && headers['sec-fetch-dest'] !== 'empty'

const presigned = (bytes: Bytes) => ({
  seconds: PRESIGNED,
  mime: bytes.mime,
  disposition: dispositionOf(bytes),
})

/**
 * `no-cache` asks us before every use, so that a changed audience holds at once. What people sent never runs as a page
 * of ours, whatever it turns out to be.
 */
function addHeaders(reply: FastifyReply, bytes: Bytes, etag: string): void {
  reply.headers({
    etag,
    vary: varyOf(bytes),
    'cache-control': bytes.immutable ? `private, max-age=${YEAR}, immutable` : 'private, no-cache',
    'accept-ranges': bytes.whole ? 'none' : 'bytes',
    'content-disposition': dispositionOf(bytes),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  })
}

const varyOf = ({ vary }: Bytes) => vary ?? 'Cookie, Authorization'

const dispositionOf = ({ attachment, fileName }: Pick<Bytes, 'attachment' | 'fileName'>) =>
  `${attachment ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeParameter(fileName)}`

/** What has a browser save an answer under a name. */
export const attachmentOf = (fileName: string): string => dispositionOf({ attachment: true, fileName })

/** A header parameter as RFC 8187 writes it. */
const encodeParameter = (text: string) =>
  encodeURIComponent(text.toWellFormed()).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  )

const isKnown = (known: string | undefined, etag: string) =>
  (known ?? '').split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)

/** The one range asked for (RFC 9110 §14); several at once, or one of an older file, are answered with everything. */
function rangeOf(
  request: FastifyRequest,
  size: number,
  etag: string,
): ByteRange | 'unsatisfiable' | undefined {
  const { range, 'if-range': ifRange } = request.headers
  if (range === undefined || request.method !== 'GET') return undefined
  if (ifRange !== undefined && ifRange !== etag) return undefined
  const found = /^bytes=(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))$/.exec(range.trim())
  if (found === null) return undefined
  const [, first, last, suffix] = found
  const start = first === undefined ? Math.max(0, size - Number(suffix)) : Number(first)
  const end = last ? Math.min(Number(last), size - 1) : size - 1
  if (last && Number(last) < start) return undefined
  return start > end ? 'unsatisfiable' : { start, end }
}
