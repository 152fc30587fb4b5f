import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announceComments } from '../facts.ts'
import { requireRemover } from '../policy.ts'
import { markDeleted, takeAway, unmarkDeleted } from '../store.ts'

/** Hides a comment from everybody; its text goes some minutes later. */
export async function deleteComment(tx: Tx, actor: Actor, id: string): Promise<Refusal | undefined> {
  const comment = await requireRemover(tx, actor, id)
  if (isRefusal(comment)) return comment
  if (!(await markDeleted(tx, id, actor.id))) return refuse('not_found')
  await announceComments(tx, comment.show_id)
  return undefined
}

/** Puts back what the actor has just deleted. */
export async function restoreComment(tx: Tx, actor: Actor, id: string): Promise<Refusal | undefined> {
  const showId = await unmarkDeleted(tx, id, actor.id)
  if (showId !== undefined) {
    await announceComments(tx, showId)
    return undefined
  }
  const comment = await requireRemover(tx, actor, id)
  return isRefusal(comment) ? comment : undefined
}

/** Takes a comment from everybody, its author too, as a moderator decided; one that is gone stays gone. */
export async function removeComment(tx: Tx, moderatorId: string, id: string): Promise<void> {
  const showId = await takeAway(tx, id, moderatorId)
  if (showId !== undefined) await announceComments(tx, showId)
}
