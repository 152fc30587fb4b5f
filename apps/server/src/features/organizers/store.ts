import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'
import { newId } from '../../platform/db/ids.ts'

export type RequestRow = Selectable<Tables['organizer_requests']>

/** Writes a request down; undefined when the person has an open one, which the unique index settles. */
export const insertRequest = (
  tx: Tx,
  personId: string,
  message: string | null,
  granted = false,
): Promise<RequestRow | undefined> =>
  tx
    .insertInto('organizer_requests')
    .values({
      id: newId(),
      person_id: personId,
      message,
      ...(granted && { granted, decided_at: new Date().toISOString() }),
    })
    .onConflict((c) => c.doNothing())
    .returningAll()
    .executeTakeFirst()

/** Decides an open request; undefined when it is not open any more. Of two admins one decides. */
export const decideRequest = (tx: Tx, id: string, granted: boolean): Promise<RequestRow | undefined> => {
  const now = new Date().toISOString()
  return tx
    .updateTable('organizer_requests')
    .set({ granted, decided_at: now, updated_at: now })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

/** The person's request that was made last. */
export const findLatest = (db: Db, personId: string): Promise<RequestRow | undefined> =>
  db
    .selectFrom('organizer_requests')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Takes an open request back; false when there is none. */
export async function deleteOpen(tx: Tx, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('organizer_requests')
    .where('person_id', '=', personId)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
