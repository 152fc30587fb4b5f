import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

// The rows of `provider_answers`: what providers said, as long as each allows. What they said is kept, not what we made of it,
// so that a newer version of ours reads it anew.

/** Longer ones are asked for again. */
const MOST_CHARS = 500_000
/** Those that have run out and go with each that comes; more than one, so that they become fewer. */
const SWEPT = 20

/** A question by its name. Keys and tokens are no part of it: they say who asks, and not what. */
export const keyOf = (...parts: unknown[]): Buffer =>
  createHash('sha256').update(JSON.stringify(parts)).digest()

/** What was said; null where nothing was known, undefined where it is not kept. */
export async function readKept(db: Db, key: Buffer): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('provider_answers')
    .select('answer')
    .where('key', '=', key)
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst()
  return row === undefined ? undefined : (row.answer as string | null)
}

export async function keep(
  db: Db,
  key: Buffer,
  { provider, text, ms }: { provider: string; text: string | null; ms: number },
): Promise<void> {
  if (text !== null && text.length > MOST_CHARS) return
  await sql`with gone as (
      delete from provider_answers where key in (
        select key from provider_answers where expires_at < now() and key <> ${key} order by expires_at limit ${SWEPT}
          for update skip locked))
    insert into provider_answers (key, provider, answer, expires_at)
      values (${key}, ${provider}, ${JSON.stringify(text)}::jsonb, now() + make_interval(secs => ${ms / 1000}))
    on conflict (key) do update set answer = excluded.answer, expires_at = excluded.expires_at`.execute(db)
}
