import type { FastifyRequest } from 'fastify'

const HOST = /^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/**
 * The origin of absolute links: the public address where it is configured, whatever the request says. Without one, the
 * host that was asked, when it looks like a host; else where we listen.
 */
export function originOf(request: FastifyRequest, publicUrl: string | null, home: string): string {
  if (publicUrl !== null) return publicUrl
  return HOST.test(request.host) ? `${request.protocol}://${request.host}` : home
}
