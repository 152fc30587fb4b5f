import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

const secrets = [
  'password',
  'new_password',
  'token',
  'access_token',
  'refresh_token',
  'code',
  'authorization',
  'cookie',
  'email',
]

/** Structured logs on standard output; whatever is named like a secret is cut out at two levels of depth. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
  }
  return pino(options, destination ?? pino.destination({ dest: 1, sync: false, minLength: 0 }))
}

/** An address without its query, where tokens might travel. */
export const withoutQuery = (url: string): string => url.split('?', 1)[0] ?? url
