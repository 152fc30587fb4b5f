import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { FastifyRequest } from 'fastify'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** True when `origin` is this site: the host that was asked, the public address, or one listed by the operator. */
export function isOwnOrigin(origin: string, host: string | undefined, trusted: readonly string[]): boolean {
  if (trusted.includes(origin)) return true
  const site = URL.parse(origin)
  if (host === undefined || site?.host !== host) return false
  // a host whose address we know is known with its scheme: what an unprotected line delivers in its name is foreign
  return !trusted.some((known) => URL.parse(known)?.host === host)
}

/**
 * Requests that change something and carry only a cookie must come from our own pages: browsers say so by `Origin`
 * and `Sec-Fetch-Site`, and no page can forge either. Bearer tokens are never sent by a browser on its own.
 */
export function refuseForeign(
  request: FastifyRequest,
  trusted: readonly string[],
  byCookie: boolean,
): Refusal | null {
  if (safe.has(request.method)) return null
  const origin = request.headers.origin
  if (origin !== undefined && !isOwnOrigin(origin, request.headers.host, trusted))
    return refuse('foreign_origin')
  if (!byCookie) return null
  const site = request.headers['sec-fetch-site']
  if (origin === undefined && site !== undefined && site !== 'same-origin' && site !== 'none') {
    return refuse('foreign_origin')
  }
  const multipart = request.headers['content-type']?.startsWith('multipart/') ?? false
  if (multipart && origin === undefined && site !== 'same-origin') return refuse('foreign_origin')
  return null
}
