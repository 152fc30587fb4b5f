import type { Tx } from '../../../platform/db/connect.ts'
import { findConversing } from '../policy.ts'
import { tell } from './tell.ts'

/** A comment that was written or edited. */
type Said = {
  commentId: string
  edited: boolean
  showId: string
  authorId: string
  mentioned: readonly string[]
}

/** Tells those whom a comment means, and of a new one those who look after the event or had something to say, too. */
export async function tellOfComment(tx: Tx, said: Said): Promise<void> {
  const { commentId, edited, showId, authorId, mentioned } = said
  const about = { actorId: authorId, showId, commentId }
  await tell(tx, { kind: 'mention', to: mentioned, ...about })
  if (edited) return
  const conversing = await findConversing(tx, showId)
  await tell(tx, {
    kind: 'comment',
    to: conversing.filter((person) => !mentioned.includes(person)),
    ...about,
  })
}
