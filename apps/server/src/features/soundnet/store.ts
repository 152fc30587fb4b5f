import { sql } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'

/** Days are UTC's. Of those that are over only yesterday is kept. */
const today = sql`current_date`

/** Counts one more question of today; false where there may be none. */
export async function takeQuestion(tx: Tx, most: number): Promise<boolean> {
  await sql`delete from soundnet_days where day < ${today} - 1`.execute(tx)
  const { numAffectedRows } = await sql`insert into soundnet_days (day, asked) values (${today}, 1)
    on conflict (day) do update set asked = soundnet_days.asked + 1
      where soundnet_days.asked < ${most} and not soundnet_days.over`.execute(tx)
  return numAffectedRows === 1n
}

/** Notes that a question was answered, whatever with. */
export async function noteAnswer(tx: Tx): Promise<void> {
  await sql`update soundnet_days set refused = 0 where day = ${today}`.execute(tx)
}

/** Notes that it was too much; gives how often in a row. */
export async function noteTooMuch(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    refused: number
  }>`insert into soundnet_days (day, refused) values (${today}, 1)
    on conflict (day) do update set refused = soundnet_days.refused + 1 returning refused`.execute(tx)
  return rows[0]?.refused ?? 0
}

/** Nothing more is asked today. */
export async function endDay(tx: Tx): Promise<void> {
  await sql`insert into soundnet_days (day, over) values (${today}, true)
    on conflict (day) do update set over = true`.execute(tx)
}
