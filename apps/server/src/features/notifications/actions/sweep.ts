import type { Db } from '../../../platform/db/connect.ts'
import { deleteOld } from '../store.ts'

const A_TIME = 5000

/** Removes what was read or told long ago; gives how much. */
export async function sweepNotifications(db: Db, signal: AbortSignal): Promise<number> {
  let gone = 0
  for (let last = A_TIME; last === A_TIME && !signal.aborted; gone += last) {
    last = await db.transaction().execute((tx) => deleteOld(tx, A_TIME))
  }
  return gone
}
