import type { Db } from '../../platform/db/connect.ts'
import { tellPerson } from '../../platform/live/live.ts'
import { type Place, progressOf } from './rules.ts'

/** Tells a person's pages how far the sync of her songs is. */
export const announceSync = (
  db: Db,
  personId: string,
  sync: Place & { id: string },
  message: string | null = null,
): Promise<void> =>
  tellPerson(db, personId, 'sync_progress', {
    id: sync.id,
    state: sync.state,
    progress: progressOf(sync),
    ...(message !== null && { message }),
  })
