import type { Db } from '../../../platform/db/connect.ts'
import { findMedium } from '../store/media.ts'
import { isWanted } from './keep-rendition.ts'

const LOOK_EVERY_MS = 3000

/** A signal that also aborts when the medium is deleted while hours of work are done for it. */
export function watchWanted(
  db: Db,
  id: string,
  signal: AbortSignal,
): { signal: AbortSignal; gone(): boolean; stop(): void } {
  const gone = new AbortController()
  const looking = setInterval(async () => {
    // a database that is away for a moment says nothing about the medium
    const still = await findMedium(db, id).then(isWanted, () => true)
    if (!still) gone.abort()
  }, LOOK_EVERY_MS)
  return {
    signal: AbortSignal.any([signal, gone.signal]),
    gone: () => gone.signal.aborted,
    stop: () => clearInterval(looking),
  }
}
