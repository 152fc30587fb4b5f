import type { Tx } from '../../platform/db/connect.ts'
import { setlistDifference } from './rules.ts'
import * as store from './store.ts'

/** Writes down what somebody changed, in the transaction of the change. An edit of nothing is nothing. */
export async function record(tx: Tx, revision: store.NewRevision): Promise<void> {
  if (revision.changes.length > 0 || revision.kind === 'merge') await store.insertRevision(tx, revision)
}

/** Writes down what became of a setlist: names of songs in order, before and after. */
export const recordSetlist = (
  tx: Tx,
  authorId: string,
  showId: string,
  before: readonly string[],
  after: readonly string[],
): Promise<void> =>
  record(tx, {
    subject: 'show',
    subjectId: showId,
    showId,
    authorId,
    kind: 'edit',
    changes: setlistDifference(before, after),
  })
