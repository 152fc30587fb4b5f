import type { Db } from '../../../platform/db/connect.ts'
import { tellPerson } from '../../../platform/live/live.ts'
import { followProgress, type Progress } from '../../../platform/live/progress.ts'
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

/** Follows a rendering for the pages of its owner. */
export const createProgress = (db: Db, medium: Whose): Progress =>
  followProgress((share) => tellProgress(db, medium, 'processing', share))
