import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { EmbeddedPostgresError } from './errors.ts'

const SQLITE_BUSY = 5

/**
 * Takes the data folder for this process and returns the function that gives it back. The lock is SQLite's own file
 * lock: the kernel drops it when the process dies in whatever way, so it can neither be stale nor be won twice.
 * @throws EmbeddedPostgresError when another live process, or this one, holds the folder
 */
export function lockDataDir(dataDir: string): () => void {
  const file = join(dataDir, 'postgres.lock')
  let holder: DatabaseSync | undefined
  try {
    holder = new DatabaseSync(file)
    holder.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE')
  } catch (error) {
    holder?.close()
    throw new EmbeddedPostgresError(
      isBusy(error)
        ? `ShareMyShows is already running on the data folder ${dataDir}; stop that process first or choose another DATA_DIR.`
        : `Cannot lock the data folder with ${file}: ${error instanceof Error ? error.message : error}.`,
    )
  }
  return () => {
    if (holder.isOpen) holder.close()
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}
