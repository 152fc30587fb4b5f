import type { Tx } from '../../../platform/db/connect.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import type { Phase } from '../store/imports.ts'

/** Imports take turns, slice by slice, so that however large they are, other work has room beside them. */
const QUEUE = 'imports'

const JOBS: Record<Phase, string> = {
  reading: 'read-import',
  importing: 'run-import',
  undoing: 'undo-import',
}

/** Under this key an import has one job in each phase. */
export const jobKey = (phase: Phase, id: string): string => `${JOBS[phase]}:${id}`

/** Enqueues the next piece of work of an import, `later` by so many milliseconds. */
export const enqueuePhase = (tx: Tx, phase: Phase, id: string, later = 0): Promise<void> =>
  enqueue(
    tx,
    JOBS[phase],
    { id },
    {
      key: jobKey(phase, id),
      queue: QUEUE,
      maxAttempts: 3,
      ...(later > 0 && { runAt: new Date(Date.now() + later) }),
    },
  )
