import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { deleteEnded } from '../store.ts'

const DAYS_KEPT = 30

/** Forgets invitations that ended a while ago. */
export async function sweepInvitations(db: Db): Promise<void> {
  await transact(db, (tx) => deleteEnded(tx, DAYS_KEPT))
}
