import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { deleteExpired } from '../store.ts'

/** Forgets sessions, tokens and kept answers that have run out. */
export async function sweepSessions(db: Db): Promise<void> {
  await transact(db, deleteExpired)
}
