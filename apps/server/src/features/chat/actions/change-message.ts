import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { blankAnswers } from '../../../platform/http/once.ts'
import { announceChanged } from '../facts.ts'
import { requireConversation, requireMessage } from '../policy.ts'
import { emptyMessage, lockMessage, updateText } from '../store/messages.ts'

/** Names a message and the conversation it is in. */
export type Which = { conversation_id: string; message_id: string }

/** Changes what the actor said. */
export async function changeMessage(
  tx: Tx,
  actor: Actor,
  { conversation_id, message_id }: Which,
  text: string,
): Promise<Refusal | undefined> {
  const place = await requireConversation(tx, actor, conversation_id)
  if (isRefusal(place)) return place
  const author = await requireMessage(tx, actor, conversation_id, message_id)
  if (isRefusal(author)) return author
  const message = await lockMessage(tx, conversation_id, message_id)
  if (message === undefined || message.deleted) return refuse('not_found')
  if (message.author_id !== actor.id) return refuse('forbidden')
  if (!place.may_write) return refuse('silenced')
  if (message.text === text) return undefined
  await updateText(tx, message_id, text)
  await announceChanged(tx, conversation_id, [message_id])
  return undefined
}

/** Takes the words of a message away: one's own, or as whoever looks after the room, anybody's there. */
export async function deleteMessage(
  tx: Tx,
  actor: Actor,
  { conversation_id, message_id }: Which,
): Promise<Refusal | undefined> {
  const place = await requireConversation(tx, actor, conversation_id)
  if (isRefusal(place)) return place
  const author = await requireMessage(tx, actor, conversation_id, message_id)
  if (isRefusal(author)) return author
  if (author.id !== actor.id && !place.may_moderate) return refuse('forbidden')
  await removeMessage(tx, actor.id, message_id)
  return undefined
}

/** Takes the words of a message away, wherever they are kept; they may be gone. */
export async function removeMessage(tx: Tx, byId: string, id: string): Promise<void> {
  const removed = await emptyMessage(tx, id, byId)
  if (removed === undefined) return
  await blankAnswers(tx, 'text', [{ id, userId: removed.authorId }])
  await announceChanged(tx, removed.conversationId, [id])
}
