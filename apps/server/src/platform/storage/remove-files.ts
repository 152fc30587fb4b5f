import type { Tx } from '../db/connect.ts'
import { enqueue, type JobHandlers } from '../jobs/jobs.ts'
import type { Storage } from './storage.ts'

const BATCH = 500

/** Removes files once, and only if, the rows that held them are gone. */
export async function removeLater(tx: Tx, keys: readonly string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += BATCH) {
    await enqueue(tx, 'remove-files', { keys: keys.slice(start, start + BATCH) })
  }
}

/** Removes files; those that are gone already are fine. */
export async function removeFiles(storage: Storage, keys: readonly string[]): Promise<void> {
  for (const key of keys) await storage.remove(key)
}

/** The job behind `removeLater`. */
export const removing = (storage: Storage): JobHandlers => ({
  'remove-files': async ({ keys }: { keys: string[] }) => removeFiles(storage, keys),
})
