import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { awaitedKeys } from '../../../platform/jobs/awaited.ts'
import { lockMedium } from '../store/media.ts'
import { findProcessing } from '../store/recordings.ts'
import { renderingKey } from './enqueue-rendering.ts'
import { endRendering, OUR_FAULT } from './finish-rendering.ts'

const AT_ONCE = 1000

/**
 * Ends media as failed that nobody works on any more, because their job killed its process each time: they would be
 * processing for ever. Gives their number.
 */
export async function failStuck(db: Db): Promise<number> {
  const media = await findProcessing(db, AT_ONCE)
  const awaited = await awaitedKeys(db, media.map(renderingKey))
  let failed = 0
  for (const medium of media.filter((each) => !awaited.has(renderingKey(each)))) {
    const ended = await transact(db, async (tx) => {
      // a job ends its medium before itself, and a retry begins under this lock
      await lockMedium(tx, medium.id)
      const again = await awaitedKeys(tx, [renderingKey(medium)])
      return again.size === 0 && endRendering(tx, medium.id, OUR_FAULT)
    })
    if (ended === true) failed++
  }
  return failed
}
