import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { type LookupSettings, lookupEnvironment, lookupsOf } from './lookup-settings.ts'
import { MailFrom, SmtpUrl } from './mail-settings.ts'
import { type MapTiles, mapEnvironment, mapTilesOf } from './map-settings.ts'
import { modelEnvironment } from './model-settings.ts'
import {
  providerEnvironment,
  type SoundnetSettings,
  type SpotifySettings,
  soundnetOf,
  spotifyOf,
} from './provider-settings.ts'
import { type S3Settings, s3Environment, s3Of } from './s3-settings.ts'
import { optional, origin, withDefault } from './values.ts'

const Environment = z.object({
  NODE_ENV: optional(z.string()),
  HOST: withDefault(z.string(), '127.0.0.1'),
  PORT: withDefault(z.coerce.number().int().min(0).max(65_535), 3000),
  PUBLIC_URL: optional(origin),
  DATA_DIR: withDefault(z.string(), './data'),
  // not z.url: the form for a socket, postgresql://user@/database?host=/run/postgresql, names no host
  DATABASE_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\/\S+$/, 'must be postgresql://user:password@host/database'),
  ),
  DATABASE_WAIT_MS: withDefault(z.coerce.number().int().min(100).max(60_000), 1000),
  CORS_ORIGINS: withDefault(
    z.string().transform((list) =>
      list
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean),
    ),
    '',
  ).pipe(z.array(origin)),
  TRUST_PROXY: withDefault(
    z.string().transform((list) =>
      list
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean),
    ),
    '',
  ),
  SESSION_SECRET: optional(z.string()),
  SMTP_URL: optional(SmtpUrl),
  MAIL_FROM: withDefault(MailFrom, 'ShareMyShows <noreply@localhost>'),
  RATE_LIMITS: withDefault(z.enum(['on', 'off']), 'on'),
  LOG_LEVEL: withDefault(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
  ROLE: optional(z.enum(['web', 'worker'])),
  METRICS_TOKEN: optional(z.string().min(16, 'must have at least 16 characters')),
  STORAGE_QUOTA_MB: withDefault(z.coerce.number().int().min(1), 20_480),
  TRANSCODES_AT_ONCE: withDefault(z.coerce.number().int().min(1).max(16), 1),
  ANALYSES_AT_ONCE: withDefault(
    z.coerce.number().int().min(0).max(64),
    Math.max(1, Math.floor(availableParallelism() / 2)),
  ),
  TRANSCODER: withDefault(z.enum(['auto', 'ffmpeg', 'node-av']), 'auto'),
  FFMPEG_PATH: withDefault(z.string(), 'ffmpeg'),
  ...lookupEnvironment,
  ...mapEnvironment,
  ...modelEnvironment,
  ...providerEnvironment,
  ...s3Environment,
})

export type Config = {
  production: boolean
  host: string
  port: number
  /** Origin in mailed links and for `Secure` cookies; null means "where we listen". */
  publicUrl: string | null
  dataDir: string
  databaseUrl: string | null
  /** How long a request waits for one of the pool's connections (ms); then it is told 503. */
  databaseWait: number
  corsOrigins: string[]
  trustProxy: string[]
  sessionSecret: string
  smtpUrl: string | null
  mailFrom: string
  rateLimits: boolean
  logLevel: string
  roles: { web: boolean; worker: boolean }
  metricsToken: string | null
  /** Bytes one person may keep. */
  storageQuota: number
  /** Recordings prepared side by side; each takes a core or more. */
  transcodesAtOnce: number
  /** Recordings analysed side by side, in a thread each; half the cores unless it is said. */
  analysesAtOnce: number
  /** Where files lie; null means in a folder below `dataDir`. */
  s3: S3Settings | null
  modelsDir: string
  /** Where models are fetched from that are not there yet; null fetches none. */
  modelsUrl: string | null
  /** What prepares recordings: the machine's ffmpeg where it does, else node-av; or the one that is named. */
  transcoder: 'auto' | 'ffmpeg' | 'node-av'
  /** Tiles of maps; null draws maps from our own files. */
  mapTiles: MapTiles | null
  /** ffmpeg by its name or path. */
  ffmpegPath: string
  /** The app at Spotify that people connect their accounts through; null offers none. */
  spotify: SpotifySettings | null
  /** Who tells features of songs that are not files here; null asks nobody. */
  soundnet: SoundnetSettings | null
  /** Who is asked about artists, setlists and places. */
  lookups: LookupSettings
  /** How long a server elsewhere may take to answer (ms). */
  providerTimeout: number
}

/** Faults of the configuration, one line each, for people. */
export class ConfigError extends Error {}

/** Reads the environment; throws ConfigError with one line per fault. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(env)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(lines.join('\n'))
  }
  const vars = parsed.data
  const production = vars.NODE_ENV === 'production'
  const faults: string[] = []
  if (production && vars.RATE_LIMITS === 'off') {
    faults.push('RATE_LIMITS: "off" is for tests and benchmarks; it is refused when NODE_ENV=production')
  }
  if (production && vars.SESSION_SECRET !== undefined && isWeak(vars.SESSION_SECRET)) {
    faults.push(
      'SESSION_SECRET: too weak; use at least 32 random characters, e.g. from `openssl rand -base64 32`',
    )
  }
  const s3 = s3Of(vars, vars.PUBLIC_URL, faults)
  const mapTiles = mapTilesOf(vars, faults)
  // Spotify sends browsers back to 127.0.0.1 whatever address we listen on
  const spotify = spotifyOf(vars, vars.PUBLIC_URL ?? `http://127.0.0.1:${vars.PORT}`, faults)
  const lookups = lookupsOf(vars, faults)
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
  const dataDir = path.resolve(vars.DATA_DIR)
  return {
    production,
    host: vars.HOST,
    port: vars.PORT,
    publicUrl: vars.PUBLIC_URL ?? null,
    dataDir,
    databaseUrl: vars.DATABASE_URL ?? null,
    databaseWait: vars.DATABASE_WAIT_MS,
    corsOrigins: vars.CORS_ORIGINS,
    trustProxy: vars.TRUST_PROXY,
    sessionSecret: vars.SESSION_SECRET ?? keptSecret(dataDir),
    smtpUrl: vars.SMTP_URL ?? null,
    mailFrom: vars.MAIL_FROM,
    rateLimits: vars.RATE_LIMITS === 'on',
    logLevel: vars.LOG_LEVEL,
    roles: { web: vars.ROLE !== 'worker', worker: vars.ROLE !== 'web' },
    metricsToken: vars.METRICS_TOKEN ?? null,
    storageQuota: vars.STORAGE_QUOTA_MB * 1_048_576,
    transcodesAtOnce: vars.TRANSCODES_AT_ONCE,
    analysesAtOnce: vars.ANALYSES_AT_ONCE,
    s3,
    modelsDir: vars.MODELS_DIR ?? path.join(dataDir, 'models'),
    modelsUrl: vars.MODELS_URL,
    transcoder: vars.TRANSCODER,
    mapTiles,
    ffmpegPath: vars.FFMPEG_PATH,
    spotify,
    soundnet: soundnetOf(vars),
    lookups,
    providerTimeout: vars.PROVIDER_TIMEOUT_MS,
  }
}

function isWeak(secret: string): boolean {
  return secret.length < 32 || new Set(secret).size < 10 || /secret|password|changeme|example/i.test(secret)
}

/** The secret made on the first start; kept readable by its owner alone. */
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'session-secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(dataDir, { recursive: true })
  const secret = randomBytes(32).toString('base64url')
  try {
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' })
    return secret
  } catch (error) {
    // another process made it first
    if (existsSync(file)) return readFileSync(file, 'utf8').trim()
    throw error
  }
}
