import type { FailureCode } from '@sharemyshows/contract/media'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { notify } from '../../../platform/db/notices.ts'
import { transact } from '../../../platform/db/transact.ts'
import { announceReady, type ReadyListener } from '../facts.ts'
import { lockMedium, updateMedium } from '../store/media.ts'
import { isWanted } from './keep-rendition.ts'
import { tellProgress } from './tell-progress.ts'
import { tellShow } from './tell-show.ts'

export type Outcome =
  | { state: 'ready'; placeholder?: string; color?: string }
  | { state: 'failed'; failure_code: FailureCode; failure: string }

/** What an owner is told of a fault that is ours. */
export const OUR_FAULT = {
  state: 'failed',
  failure_code: 'internal',
  failure: 'This could not be prepared, which is no fault of the file. Try again.',
} as const

/** Ends a rendering, unless something else has ended it meanwhile; true if it did. */
export async function endRendering(tx: Tx, id: string, outcome: Outcome): Promise<boolean> {
  const medium = await lockMedium(tx, id)
  if (!isWanted(medium)) return false
  await updateMedium(tx, id, { failure: null, failure_code: null, ...outcome })
  await notify(tx, 'media.rendered', { id })
  await tellProgress(tx, medium, outcome.state, 1, 'failure' in outcome ? outcome.failure : null)
  await tellShow(tx, medium)
  return true
}

/** The same in a transaction of its own; `listeners` hear of a recording that has become ready. */
export const finishRendering = (
  db: Db,
  id: string,
  outcome: Outcome,
  listeners: readonly ReadyListener[] = [],
): Promise<unknown> =>
  transact(db, async (tx) => {
    const ended = await endRendering(tx, id, outcome)
    if (ended && outcome.state === 'ready') await announceReady(tx, listeners, id)
  })
