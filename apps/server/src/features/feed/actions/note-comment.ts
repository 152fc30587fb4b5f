import type { Tx } from '../../../platform/db/connect.ts'
import type { CommentFact } from '../../comments/feature.ts'
import { insertActivity } from '../store.ts'

/** Writes down that somebody said something; whoever sees the show may read it. */
export async function noteComment(
  tx: Tx,
  { commentId, edited, showId, authorId }: CommentFact,
): Promise<void> {
  if (edited) return
  await insertActivity(tx, { type: 'COMMENT', actorId: authorId, audience: 'public', showId, commentId })
}
