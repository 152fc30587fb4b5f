import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import { PART_TYPE, TUS_EXTENSIONS, TUS_VERSION } from '@sharemyshows/contract/tus'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Headers that clients on other origins may read. */
export const TUS_HEADERS = [
  'location',
  'tus-extension',
  'tus-max-size',
  'tus-resumable',
  'tus-version',
  'upload-expires',
  'upload-length',
  'upload-offset',
]

/** Says below `path` what is spoken there when asked by OPTIONS, and leaves parts as they come to their route. */
export function registerTus(
  app: FastifyInstance,
  { path, maxSize }: { path: string; maxSize: number },
): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (request.method === 'OPTIONS' && (request.url === path || request.url.startsWith(`${path}/`))) {
      reply.headers({
        'tus-resumable': TUS_VERSION,
        'tus-version': TUS_VERSION,
        'tus-extension': TUS_EXTENSIONS.join(','),
        'tus-max-size': maxSize,
      })
    }
    done()
  })
  app.addContentTypeParser(PART_TYPE, ({ routeOptions }, _payload, done) => {
    const meant = routeOptions.config.endpoint?.bytes === PART_TYPE
    done(meant ? null : Object.assign(new Error('no part is expected here'), { statusCode: 415 }))
  })
}

/** Answers in the protocol; refuses whoever speaks another version of it. */
export function speakTus(request: FastifyRequest, reply: FastifyReply): Refusal | null {
  reply.header('tus-resumable', TUS_VERSION)
  if (request.headers['tus-resumable'] === TUS_VERSION) return null
  reply.header('tus-version', TUS_VERSION)
  return refuse('tus_version')
}

/** A header that is a whole number from 0 on, of bytes; refuses anything else. */
export function bytesIn(request: FastifyRequest, name: string): number | Refusal {
  const text = request.headers[name.toLowerCase()]
  // 15 digits are more than any disk has, and fewer than a number can carry
  if (typeof text === 'string' && /^\d{1,15}$/.test(text)) return Number(text)
  return refuseField(name, text === undefined ? 'Required' : 'A number of bytes')
}

/** How many bytes an upload will have; it has to be known at once, and uploads are not made of others. */
export function lengthIn(request: FastifyRequest): number | Refusal {
  const { 'upload-defer-length': deferred, 'upload-concat': made } = request.headers
  if (deferred !== undefined) return refuseField('Upload-Defer-Length', 'Send Upload-Length')
  if (made !== undefined) return refuseField('Upload-Concat', 'Not spoken here')
  return bytesIn(request, 'Upload-Length')
}

/** The bytes of a request, and how many where that is said. `end` cuts the connection they come on. */
export type Part = { bytes: AsyncIterable<Buffer>; length: number | null; end: (fault: Error) => void }

/** Hands the bytes of a request to `use`. What it leaves of them is read, because a browser hears nothing before. */
export async function withPart<T>(
  { headers, raw }: FastifyRequest,
  use: (part: Part) => Promise<T>,
): Promise<T> {
  try {
    return await use({
      // whoever stops reading early still has an answer to send over the connection
      bytes: raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>,
      length: headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : null,
      end: (fault) => raw.destroy(fault),
    })
  } finally {
    raw.resume()
  }
}

/** Says where an upload stands. */
export function tellStanding(
  reply: FastifyReply,
  stands: { offset: number; length?: number; metadata?: string | null; expires_at: string },
): void {
  reply.headers({
    'upload-offset': stands.offset,
    'upload-expires': new Date(stands.expires_at).toUTCString(),
    ...(stands.length !== undefined && { 'upload-length': stands.length }),
    ...(stands.metadata != null && { 'upload-metadata': stands.metadata }),
    'cache-control': 'no-store',
  })
}
