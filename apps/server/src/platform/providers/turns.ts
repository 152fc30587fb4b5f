import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

// The rows of `provider_turns`, one a provider. Days are UTC's.

export type Pace = {
  /** Milliseconds between two questions, over all processes. */
  everyMs: number
  /** Null where nobody counts them. */
  mostADay: number | null
  /** How long somebody waits for her turn (ms). */
  withinMs: number
}
/** Milliseconds until it is one's turn; or the day's questions are used up, or the line is too long. */
export type Turn = number | 'spent' | 'late'

const interval = (ms: number) => sql`make_interval(secs => ${ms / 1000}::float8)`
/** Lines are never as long as this, so that such a row was written by a clock that has been put back since. */
const now = sql`clock_timestamp()`
const due = sql`case when t.next_at > ${now} + interval '15 minutes' then ${now} else greatest(t.next_at, ${now}) end`

/** Takes the next turn and counts it, before anything is asked: a crash never makes it one too many. */
export async function takeTurn(db: Db, provider: string, pace: Pace): Promise<Turn> {
  const { everyMs, mostADay, withinMs } = pace
  const { rows } = await sql<{ wait_ms: number }>`
    insert into provider_turns as t (provider, next_at, day, asked)
      values (${provider}, ${now} + ${interval(everyMs)}, current_date, 1)
    on conflict (provider) do update set
      next_at = ${due} + ${interval(everyMs)},
      day = current_date,
      asked = case when t.day = current_date then t.asked + 1 else 1 end,
      refused = case when t.day = current_date then t.refused else 0 end,
      over = false
      where (t.day < current_date or not t.over and (${mostADay}::integer is null or t.asked < ${mostADay}))
        and ${due} <= ${now} + ${interval(withinMs)}
    returning (extract(epoch from next_at - ${interval(everyMs)} - ${now}) * 1000)::float8 as wait_ms`.execute(
    db,
  )
  const wait = rows[0]?.wait_ms
  if (wait !== undefined) return Math.max(0, Math.ceil(wait))
  // after "too much" the line is as long as the rest that was asked for
  const spent = await sql`select from provider_turns
    where provider = ${provider} and day = current_date and (over or refused > 0 or asked >= ${mostADay})`.execute(
    db,
  )
  return spent.rows.length > 0 ? 'spent' : 'late'
}

/** Gives a turn back that nobody was asked in. */
export async function giveBack(db: Db, provider: string): Promise<void> {
  await sql`update provider_turns set asked = asked - 1
    where provider = ${provider} and day = current_date and asked > 0`.execute(db)
}

/** Notes that a question was answered, whatever with; of many in a row one in half a minute is written. */
export async function noteAnswer(db: Db, provider: string): Promise<void> {
  await sql`insert into provider_turns as t (provider, answered_at) values (${provider}, now())
    on conflict (provider) do update set answered_at = now(), refused = 0
      where t.refused > 0 or t.answered_at is null or t.answered_at <= t.failed_at
        or t.answered_at < now() - interval '30 seconds'`.execute(db)
}

/** Notes what went wrong; the same of many in a row is written once in half a minute. */
export async function noteFailure(db: Db, provider: string, what: string): Promise<void> {
  await sql`insert into provider_turns as t (provider, failed_at, last_error) values (${provider}, now(), ${what})
    on conflict (provider) do update set failed_at = now(), last_error = excluded.last_error, refused = 0
      where t.refused > 0 or t.last_error is distinct from excluded.last_error or t.failed_at <= t.answered_at
        or t.failed_at < now() - interval '30 seconds'`.execute(db)
}

/** Notes that it was too much, and that nothing is asked for a while; gives how often in a row. */
export async function noteTooMuch(db: Db, provider: string, restMs: number): Promise<number> {
  const what = 'too many questions'
  const { rows } = await sql<{ refused: number }>`
    insert into provider_turns as t (provider, next_at, refused, failed_at, last_error)
      values (${provider}, now() + ${interval(restMs)}, 1, now(), ${what})
    on conflict (provider) do update set
      next_at = greatest(t.next_at, excluded.next_at),
      refused = case when t.day = current_date then t.refused + 1 else 1 end,
      failed_at = now(),
      last_error = excluded.last_error
    returning refused`.execute(db)
  return rows[0]?.refused ?? 0
}

/** Nothing more is asked today. */
export async function endDay(db: Db, provider: string): Promise<void> {
  await sql`insert into provider_turns as t (provider, over) values (${provider}, true)
    on conflict (provider) do update set
      over = true,
      day = current_date,
      asked = case when t.day = current_date then t.asked else 0 end`.execute(db)
}

export type Standing = {
  asked_today: number
  answered_at: string | null
  failed_at: string | null
  last_error: string | null
}

/** How it went with each that was ever asked. */
export async function readStandings(db: Db): Promise<Map<string, Standing>> {
  const rows = await db.selectFrom('provider_turns').selectAll().execute()
  const { rows: days } = await sql<{ today: string }>`select current_date as today`.execute(db)
  return new Map(
    rows.map(({ provider, day, asked, answered_at, failed_at, last_error }) => [
      provider,
      { asked_today: day === days[0]?.today ? asked : 0, answered_at, failed_at, last_error },
    ]),
  )
}
