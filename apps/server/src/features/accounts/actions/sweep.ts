import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { inSeconds, LINK_REMEMBERED_SECONDS } from '../rules.ts'
import { deleteExpiredLinks } from '../store/links.ts'
import { deleteExpired } from '../store.ts'

/** Forgets sessions, tokens and kept answers that have run out. */
export async function sweepSessions(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    await deleteExpired(tx)
    await deleteExpiredLinks(tx, inSeconds(-LINK_REMEMBERED_SECONDS))
  })
}
