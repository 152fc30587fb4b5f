import type { Db, Tx } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { awaitedKeys } from '../../../platform/jobs/awaited.ts'
import { enqueueNext, KEY } from './describe-next.ts'

/** Begins to ask for the songs that wait for it, unless that is under way. */
export async function beginAsking(tx: Tx): Promise<void> {
  const underWay = await awaitedKeys(tx, [KEY])
  if (underWay.size === 0) await enqueueNext(tx, 0, 0)
}

/** The same, for what was left because the day was over, or the service silent. */
export const tendSongs = (db: Db) => transact(db, beginAsking)
