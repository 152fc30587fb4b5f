import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Leaver } from '../../../platform/db/forget.ts'

/** Has an account removed in so many days; gives when. */
export async function setLeaving(tx: Tx, id: string, days: number): Promise<string> {
  const { leaves_at } = await tx
    .updateTable('users')
    .set({ leaves_at: sql<string>`now() + make_interval(days => ${days})`, updated_at: sql`now()` })
    .where('id', '=', id)
    .returning('leaves_at')
    .executeTakeFirstOrThrow()
  return leaves_at as string
}

/** True when the account was leaving and its time had not come. */
export async function unsetLeaving(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({ leaves_at: null, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('leaves_at', '>', sql<string>`now()`)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

type Duty = { id: string; stays: boolean }

/** All admins, locked in one order until the transaction ends: of two who leave at once the second one sees the first. */
export async function lockAdmins(tx: Tx): Promise<Duty[]> {
  const found = await sql<Duty>`select id, leaves_at is null and suspended_at is null as stays from users
    where role = 'admin' order by id for no key update`.execute(tx)
  return found.rows
}

/** True when somebody else has an account. */
export async function hasOthers(db: Db, id: string): Promise<boolean> {
  const found = await db.selectFrom('users').select('id').where('id', '<>', id).limit(1).executeTakeFirst()
  return found !== undefined
}

/** Accounts whose time has come. */
export async function findDue(db: Db): Promise<string[]> {
  const found = await db
    .selectFrom('users')
    .select('id')
    .where('leaves_at', '<=', sql<string>`now()`)
    .execute()
  return found.map(({ id }) => id)
}

/** An account whose time has come. */
export const findLeaver = (db: Db, id: string): Promise<Leaver | undefined> =>
  db
    .selectFrom('users')
    .select(['id', 'username', 'email'])
    .where('id', '=', id)
    .where('leaves_at', '<=', sql<string>`now()`)
    .executeTakeFirst()

/** Takes an account away, and by its keys whatever is nothing without it. */
export async function deleteUser(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('users').where('id', '=', id).execute()
}
