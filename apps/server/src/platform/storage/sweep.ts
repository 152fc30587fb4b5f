import { removeFiles } from './remove-files.ts'
import type { Storage } from './storage.ts'

const BATCH = 500

/** Files without a row are left alone this long: their row may still be on the way. */
export const ORPHAN_AGE_MS = 60 * 60_000

/** Removes what a crash left behind below `prefix`: old files that `findUnheld` says no row holds; gives their number. */
export async function sweepOrphans(
  storage: Storage,
  prefix: string,
  findUnheld: (keys: readonly string[]) => Promise<string[]>,
  signal: AbortSignal,
): Promise<number> {
  let swept = 0
  const sweep = async (keys: string[]) => {
    const orphans = await findUnheld(keys)
    await removeFiles(storage, orphans)
    swept += orphans.length
  }
  const batch: string[] = []
  for await (const { key, age } of storage.list(prefix)) {
    if (signal.aborted) return swept
    if (age < ORPHAN_AGE_MS) continue
    batch.push(key)
    if (batch.length === BATCH) await sweep(batch.splice(0))
  }
  await sweep(batch)
  return swept
}
