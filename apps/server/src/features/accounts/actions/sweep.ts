import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { inSeconds, LINK_REMEMBERED_SECONDS, SPENT_SECONDS, UNPROVEN_SECONDS } from '../rules.ts'
import { deleteExpiredMfa } from '../store/codes.ts'
import { deleteExpiredLinks } from '../store/links.ts'
import { deleteExpired, deleteUnproven } from '../store.ts'

/** Forgets sessions, tokens, codes and kept answers that have run out, and accounts whose first code never came back. */
export async function sweepSessions(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    await deleteExpired(tx)
    await deleteExpiredLinks(tx, inSeconds(-LINK_REMEMBERED_SECONDS))
    await deleteExpiredMfa(tx, inSeconds(-SPENT_SECONDS))
    await deleteUnproven(tx, inSeconds(-UNPROVEN_SECONDS))
  })
}
