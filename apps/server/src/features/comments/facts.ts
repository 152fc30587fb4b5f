import type { Tx } from '../../platform/db/connect.ts'
import { announce } from '../../platform/live/rooms.ts'

/** A comment that was written, or `edited`; `mentioned` are the people who were not meant in it before. */
export type CommentFact = {
  commentId: string
  edited: boolean
  showId: string
  authorId: string
  mentioned: readonly string[]
}

/** Hears what was said, in the transaction that says it. */
export type CommentListener = (tx: Tx, fact: CommentFact) => Promise<void>

/** Has the show's open pages read its comments again. */
export const announceComments = (tx: Tx, showId: string): Promise<void> =>
  announce(tx, 'show', showId, 'comments')

/** The same, and tells whom it concerns. */
export async function announceComment(
  tx: Tx,
  listeners: readonly CommentListener[],
  fact: CommentFact,
): Promise<void> {
  await announceComments(tx, fact.showId)
  for (const listener of listeners) await listener(tx, fact)
}
