import type { Db } from '../../../platform/db/connect.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { sweepOrphans } from '../../../platform/storage/sweep.ts'
import { FOLDER } from '../rules.ts'
import { findUnheld } from '../store.ts'

/** Removes posters that no event has, which a crash left behind; gives the number of files. */
export const sweepPosters = (db: Db, storage: Storage, signal: AbortSignal): Promise<number> =>
  sweepOrphans(storage, FOLDER, (keys) => findUnheld(db, keys), signal)
