import type { Tx } from '../../platform/db/connect.ts'
import { type Song, setlistDifference } from './rules.ts'
import * as store from './store.ts'

/** Writes down what somebody changed, in the transaction of the change. An edit of nothing is nothing. */
export async function record(tx: Tx, revision: store.NewRevision): Promise<void> {
  if (revision.changes.length > 0 || revision.kind === 'merge') await store.insertRevision(tx, revision)
}

type Deed = { showId: string; authorId: string; revertsId?: string | undefined }

/** Writes down what became of a setlist: its songs in order, before and after. */
export const recordSetlist = (
  tx: Tx,
  { showId, authorId, revertsId }: Deed,
  before: readonly Song[],
  after: readonly Song[],
): Promise<void> =>
  record(tx, {
    subject: 'show',
    subjectId: showId,
    showId,
    authorId,
    kind: revertsId === undefined ? 'edit' : 'revert',
    revertsId,
    changes: setlistDifference(before, after),
  })
