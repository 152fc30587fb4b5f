import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

const secrets = [
  'password',
  'new_password',
  'current_password',
  'mfa_ticket',
  'token',
  'access_token',
  'refresh_token',
  'code',
  'authorization',
  'cookie',
  'email',
]

/**
 * What is written of an error. PostgreSQL puts the values of a row into `detail`; and `code` is the name of a secret, so
 * that of an error has another.
 */
const describeFault = ({ name, message, stack, code, cause }: Error & { code?: unknown }): object => ({
  type: name,
  message,
  stack,
  fault: code,
  ...(cause instanceof Error && { cause: describeFault(cause) }),
})

/** Structured logs on standard output; whatever is named like a secret is cut out at two levels of depth. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (err: unknown) => (err instanceof Error ? describeFault(err) : err) },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
  }
  return pino(options, destination ?? pino.destination({ dest: 1, sync: false, minLength: 0 }))
}

const PERSON = /\/(users|profiles?|people)\/(?!me(?:\/|$)|settings(?:\/|$)|[\da-f-]{36}(?:\/|$))[^/]+/gi

/** A file of a calendar, named by a token. */
const CALENDAR = /\/calendar\/(?!shows\/)[^/]+/gi

/**
 * An address without its query, where tokens might travel, without a token in its path, and without the names of
 * people, who may leave.
 */
export const loggedPath = (url: string): string =>
  (url.split('?', 1)[0] ?? url).replaceAll(PERSON, '/$1/-').replaceAll(CALENDAR, '/calendar/-')
