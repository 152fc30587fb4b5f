import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { seeShow } from '../../../viewer/gate.ts'
import { announceComment, type CommentListener } from '../facts.ts'
import { findMeant } from '../policy.ts'
import { namesIn } from '../rules.ts'
import { insertComment, writeMentions } from '../store.ts'

/** Says something under a show. Gives the comment's id. */
export async function writeComment(
  tx: Tx,
  listeners: readonly CommentListener[],
  actor: Actor,
  written: { show_id: string; content: string },
): Promise<string | Refusal> {
  const showId = await seeShow(tx, actor.id, written.show_id)
  if (showId === null) return refuse('not_found')
  const commentId = await insertComment(tx, showId, actor.id, written.content)
  if (commentId === undefined) return refuse('not_found')
  const meant = await findMeant(tx, actor.id, showId, namesIn(written.content))
  const mentioned = await writeMentions(tx, commentId, meant)
  await announceComment(tx, listeners, {
    commentId,
    edited: false,
    showId,
    authorId: actor.id,
    mentioned,
  })
  return commentId
}
