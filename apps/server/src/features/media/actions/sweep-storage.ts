import type { Db } from '../../../platform/db/connect.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { ORPHAN_AGE_MS } from '../rules.ts'
import { findUnheld } from '../store.ts'
import { removeFiles } from './remove-files.ts'

const BATCH = 500

/** Removes what a crash left behind: old files that no row holds, and old temporary ones; gives their number. */
export async function sweepStorage(db: Db, storage: Storage, signal: AbortSignal): Promise<number> {
  let swept = await storage.sweepTemporary(ORPHAN_AGE_MS)
  const sweep = async (keys: string[]) => {
    const orphans = await findUnheld(db, keys)
    await removeFiles(storage, orphans)
    swept += orphans.length
  }
  const batch: string[] = []
  for await (const { key, age } of storage.list('media')) {
    if (signal.aborted) return swept
    if (age < ORPHAN_AGE_MS) continue
    batch.push(key)
    if (batch.length === BATCH) await sweep(batch.splice(0))
  }
  await sweep(batch)
  return swept
}
