import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { seeShow } from '../../../viewer/gate.ts'
import { announceComments } from '../facts.ts'
import { deleteOwn, findSaid, insertSaid, type Said } from '../store.ts'

/**
 * Puts what the actor said elsewhere under a show that she sees, and tells nobody: names in it may be other people's here.
 * What she said there at that very time is not said twice.
 */
export async function bringComment(
  tx: Tx,
  actor: Actor,
  said: Omit<Said, 'showId'> & { showId: string },
): Promise<{ id: string; isNew: boolean } | Refusal> {
  const showId = await seeShow(tx, actor.id, said.showId)
  if (showId === null) return refuse('not_found')
  const there = await findSaid(tx, actor.id, { ...said, showId })
  if (there !== undefined) return { id: there, isNew: false }
  const id = await insertSaid(tx, actor.id, { ...said, showId })
  if (id === undefined) return refuse('not_found')
  await announceComments(tx, showId)
  return { id, isNew: true }
}

/** Takes such a comment away again, unless it has been edited since; false where it was. */
export async function takeCommentBack(tx: Tx, actor: Actor, id: string, content: string): Promise<boolean> {
  const showId = await deleteOwn(tx, actor.id, id, content)
  if (showId !== undefined) await announceComments(tx, showId)
  return showId !== undefined
}
