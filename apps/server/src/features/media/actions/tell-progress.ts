import type { Db } from '../../../platform/db/connect.ts'
import { tellPerson } from '../../../platform/live/live.ts'
import type { MediumRow } from '../store/media.ts'

type Whose = Pick<MediumRow, 'id' | 'owner_id'>

/** Tells the owner's pages how far a medium is: from 0 to 1, and a sentence if it failed. */
export const tellProgress = (
  db: Db,
  { id, owner_id }: Whose,
  state: MediumRow['state'],
  progress: number,
  message: string | null = null,
): Promise<void> =>
  tellPerson(db, owner_id, 'upload_progress', { id, state, progress, ...(message !== null && { message }) })

/** Three a second, so that there is room for the last word within four. */
const GAP_MS = 350

export type Progress = {
  /** The way has been made so far; less than before, or too soon after it, is not told. */
  reach(share: number): void
  /** A stretch of the way as one of its own: from 0 to 1. */
  part(from: number, to: number): (share: number) => void
  /** Once what was told has gone out. */
  settled(): Promise<unknown>
}

/** Follows a rendering for the pages of its owner. */
export function createProgress(db: Db, medium: Whose): Progress {
  let reached = 0
  let toldAt = 0
  let telling: Promise<unknown> = Promise.resolve()
  const reach = (share: number) => {
    const now = performance.now()
    if (share <= reached || now - toldAt < GAP_MS) return
    reached = share
    toldAt = now
    // nobody's rendering fails because its owner could not be told
    telling = telling.then(() => tellProgress(db, medium, 'processing', share)).catch(() => {})
  }
  return {
    reach,
    part: (from, to) => (share) => reach(from + (to - from) * Math.min(1, Math.max(0, share))),
    settled: () => telling,
  }
}
