import type { Db } from '../../../platform/db/connect.ts'
import { blankAnswers } from '../../../platform/http/once.ts'
import { purgeDeleted } from '../store.ts'

/** Takes away for good, wherever it is kept, what was deleted and can no longer be put back; gives how many comments. */
export const purgeComments = (db: Db): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const gone = await purgeDeleted(tx)
    await blankAnswers(tx, 'content', gone)
    return gone.length
  })
