import { isRefusal } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { announceEach } from '../../../platform/live/rooms.ts'
import * as store from '../store/attendances.ts'

const A_TIME = 1000

/** Has those who forgot to leave have left when their show ended. */
export async function closeAttendances(db: Db, signal: AbortSignal): Promise<void> {
  let closed = A_TIME
  while (closed === A_TIME && !signal.aborted) {
    const done = await transact(db, async (tx) => {
      const { showIds, closed } = await store.closeAttendances(tx, A_TIME)
      await announceEach(tx, 'show', showIds, 'people')
      return closed
    })
    closed = isRefusal(done) ? 0 : done
  }
}
