import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

/**
 * A refusal counts for a week. Servers err, too, and a mailed code may be all that stands between people and their
 * account: then one mail is tried again, and a new refusal counts anew.
 */
const REFUSED_DAYS = 7

/** True when nothing should be sent to an address. */
export async function isRefused(db: Db, address: string): Promise<boolean> {
  const row = await db
    .selectFrom('refused_addresses')
    .select('address')
    .where('address', '=', address)
    .where('refused_at', '>', sql<string>`now() - make_interval(days => ${REFUSED_DAYS})`)
    .executeTakeFirst()
  return row !== undefined
}

/** Remembers that a server refused an address for good; `answer` is what may be logged of it. */
export async function noteRefusal(db: Db, address: string, answer: string): Promise<void> {
  await db
    .insertInto('refused_addresses')
    .values({ address, answer })
    .onConflict((c) => c.column('address').doUpdateSet({ answer, refused_at: sql`now()` }))
    .execute()
}

/** Lets mail go to an address again: it was confirmed anew, or somebody asks for that, or nobody has it any more. */
export async function forgetRefusal(db: Db, address: string): Promise<void> {
  await db.deleteFrom('refused_addresses').where('address', '=', address).execute()
}
