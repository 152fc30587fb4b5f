import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announceComment, type CommentListener } from '../facts.ts'
import { findMeant, requireAuthor } from '../policy.ts'
import { namesIn, renamed } from '../rules.ts'
import { lockContent, updateContent, writeMentions } from '../store.ts'

/** Changes the actor's own comment, unless the text is what she reads already. */
export async function editComment(
  tx: Tx,
  listeners: readonly CommentListener[],
  actor: Actor,
  id: string,
  content: string,
): Promise<Refusal | undefined> {
  const comment = await requireAuthor(tx, actor, id)
  if (isRefusal(comment)) return comment
  const before = await lockContent(tx, id)
  if (before === undefined) return refuse('not_found')
  if (content === before.content || content === renamed(before.content, before.mentions)) return undefined
  await updateContent(tx, id, content)
  const meant = await findMeant(tx, actor.id, comment.show_id, namesIn(content))
  const mentioned = await writeMentions(tx, id, meant)
  await announceComment(tx, listeners, {
    commentId: id,
    edited: true,
    showId: comment.show_id,
    authorId: actor.id,
    mentioned,
  })
  return undefined
}
