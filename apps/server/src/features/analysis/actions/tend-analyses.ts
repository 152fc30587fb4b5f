import { ENGINE } from '@sharemyshows/audio/analysis'
import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { awaitedKeys } from '../../../platform/jobs/awaited.ts'
import { announceStatus } from '../facts.ts'
import { fail, findAwaited, findBacklog, lockAnalysis } from '../store.ts'
import { analysisKey, enqueueAnalysis, queueStale } from './request-analysis.ts'
import { OUR_FAULT } from './run-analysis.ts'

const AT_ONCE = 1000

/**
 * Looks after analyses that nobody works on any more: one whose job killed its process each time is failed, one that
 * waits without a job, such as that of a recording which was deleted and restored, gets one again. Gives the number of
 * those that were failed.
 */
export async function tendAwaited(db: Db): Promise<number> {
  const awaited = await findAwaited(db, AT_ONCE)
  const keys = await awaitedKeys(
    db,
    awaited.map(({ id }) => analysisKey(id)),
  )
  let failed = 0
  for (const { id, owner_id } of awaited.filter((each) => !keys.has(analysisKey(each.id)))) {
    const hasFailed = await transact(db, async (tx) => {
      // a job ends its run before itself, and whoever asks again does so under this lock
      const there = await lockAnalysis(tx, id)
      const again = await awaitedKeys(tx, [analysisKey(id)])
      if (again.size > 0) return false
      if (there?.state === 'queued') await enqueueAnalysis(tx, id)
      if (there?.state !== 'running' || !(await fail(tx, { id, run: null }, OUR_FAULT))) return false
      await announceStatus(tx, owner_id, id, 'failed', 0, OUR_FAULT.failure)
      return true
    })
    if (hasFailed === true) failed++
  }
  return failed
}

/** So many wait at a time, so that what is asked for tomorrow does not stand behind thousands. */
const MOST_WAITING = 100

/** Has recordings analysed that were there before, by this engine and with the model that there is. */
export async function tendBacklog(db: Db, hasModel: boolean): Promise<number> {
  const waiting = (await findAwaited(db, MOST_WAITING)).length
  if (waiting >= MOST_WAITING) return 0
  const ids = await findBacklog(db, { version: ENGINE.version, hasModel }, MOST_WAITING - waiting)
  for (const id of ids) await transact(db, (tx) => queueStale(tx, id))
  return ids.length
}
