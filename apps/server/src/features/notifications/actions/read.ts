import type { Tx } from '../../../platform/db/connect.ts'
import { tellEach } from '../../../platform/live/live.ts'
import { markRead } from '../store.ts'

/** Marks as read what the person names, what is of one topic, or all there is; her other pages hear of it. */
export async function read(
  tx: Tx,
  personId: string,
  which: { ids?: readonly string[] | undefined; topic?: string } = {},
): Promise<void> {
  const id = await markRead(tx, personId, which)
  if (id !== undefined) await tellEach(tx, 'notification', [{ userId: personId, id }])
}
