import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { awaitedKeys } from '../../../platform/jobs/awaited.ts'
import { OUR_FAULT } from '../rules.ts'
import { findUnderWay, lockOf } from '../store.ts'
import { syncKey } from './request-sync.ts'
import { failSync } from './run-sync.ts'

const AT_ONCE = 1000

/** Fails the syncs whose job killed its process each time, so that they can be begun again; gives how many. */
export async function tendSyncs(db: Db): Promise<number> {
  const people = await findUnderWay(db, AT_ONCE)
  const keys = await awaitedKeys(db, people.map(syncKey))
  let failed = 0
  for (const person of people.filter((each) => !keys.has(syncKey(each)))) {
    await transact(db, async (tx) => {
      // whoever begins, moves or ends one does so together with its job
      if ((await lockOf(tx, person)) === undefined) return
      if ((await awaitedKeys(tx, [syncKey(person)])).size > 0) return
      await failSync(tx, person, OUR_FAULT)
      failed++
    })
  }
  return failed
}
