import type { AnalysisState } from '@sharemyshows/contract/analysis'
import type { z } from 'zod'
import type { Db, Tx } from '../../platform/db/connect.ts'
import { notify } from '../../platform/db/notices.ts'
import { tellPerson } from '../../platform/live/live.ts'

export type State = z.infer<typeof AnalysisState>

/** Hears that something was found in a recording, in the transaction that keeps it. */
export type FoundListener = (tx: Tx, mediumId: string) => Promise<void>

/** Heard by whoever analyses a recording: its run is no longer wanted. */
export const ENDED = 'analysis.ended'

/** Tells the owner's pages how far the analysis of a recording is: from 0 to 1, and a sentence if it failed. */
export const announceStatus = (
  db: Db,
  ownerId: string,
  id: string,
  state: State,
  progress: number,
  message: string | null = null,
): Promise<void> =>
  tellPerson(db, ownerId, 'analysis_status', { id, state, progress, ...(message !== null && { message }) })

/** Ends the run that is under way, wherever it is. */
export const announceEnd = (db: Db, id: string): Promise<void> => notify(db, ENDED, { id })
