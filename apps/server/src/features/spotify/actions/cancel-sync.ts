import type { Tx } from '../../../platform/db/connect.ts'
import { announceSync } from '../facts.ts'
import { end, lockOf } from '../store.ts'

/** Stops what is under way of a person's; its job finds nothing to do. What came stays. */
export async function cancelSync(tx: Tx, personId: string): Promise<void> {
  const sync = await lockOf(tx, personId)
  if (sync === undefined) return
  await end(tx, sync.id, 'cancelled')
  await announceSync(tx, personId, { ...sync, state: 'cancelled' })
}
