import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from './generated/rows.gen.ts'

/** The database, outside or inside a transaction: a store works the same on both. */
export type Db = Kysely<Tables>
/** A running transaction; whoever asks for one writes. */
export type Tx = Transaction<Tables>

const TIMESTAMPTZ = 1184
const DATE = 1082
const INT8 = 20
const NUMERIC = 1700

/** Times leave the database as the RFC 3339 strings the wire carries: no Date in between, no zone to get wrong. */
function wireTime(text: string): string {
  const [date, rest = ''] = text.split(' ')
  const [clock = '', fraction = ''] = rest.replace(/\+00$/, '').split('.')
  return `${date}T${clock}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
}

const parsers: Record<number, (text: string) => unknown> = {
  [TIMESTAMPTZ]: wireTime,
  [DATE]: (text) => text,
  [INT8]: Number,
  [NUMERIC]: Number,
}
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
}

const names = new Map<string, string>()
const MOST_NAMES = 500

/** A name makes the server keep the plan; the number of texts is bounded by the code, not by its users. */
function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES) return known
  const name = `q${names.size}`
  names.set(text, name)
  return name
}

/** Prepares every statement that has parameters, so that planning is paid once a connection. */
class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's overloads cannot be restated without it
  override query(...args: any[]): any {
    const [text, values] = args
    if (typeof text === 'string' && Array.isArray(values) && values.length > 0) {
      const name = statementName(text)
      if (name !== undefined) return super.query({ name, text, values } as never, ...(args.slice(2) as []))
    }
    return super.query(...(args as [string]))
  }
}

/** At most `max` connections; whoever gets none within `waitMs` is refused. */
export function createPool(url: string, max: number, waitMs = 1000): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: waitMs,
    idleTimeoutMillis: 60_000,
    Client: PreparingClient as unknown as typeof pg.Client,
    types,
    // left to choose, PostgreSQL plans a text anew at every call whose values look cheaper than any values, such as null
    options:
      '-c timezone=UTC -c plan_cache_mode=force_generic_plan -c pg_trgm.strict_word_similarity_threshold=0.3 -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000',
  } as pg.PoolConfig)
  // an idle connection that dies (database restarted) is replaced at the next use
  pool.on('error', () => {})
  return pool
}

export function createDb(pool: pg.Pool): Db {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
