import type { FastifyRequest } from 'fastify'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** True when the one who asks sits at this machine, as far as nobody says that he only passes it on. */
export const isLocal = ({ ip, headers }: FastifyRequest): boolean =>
  LOOPBACK.has(ip) && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
