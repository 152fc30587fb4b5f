import type { Db } from '../../../platform/db/connect.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { ORPHAN_AGE_MS, sweepOrphans } from '../../../platform/storage/sweep.ts'
import { findUnheld } from '../store/renditions.ts'

/** Removes what a crash left behind: old files that no row holds, and old temporary ones; gives their number. */
export async function sweepStorage(db: Db, storage: Storage, signal: AbortSignal): Promise<number> {
  const temporary = await storage.sweepTemporary(ORPHAN_AGE_MS)
  return temporary + (await sweepOrphans(storage, 'media', (keys) => findUnheld(db, keys), signal))
}
