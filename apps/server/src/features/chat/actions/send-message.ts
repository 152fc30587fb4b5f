import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Notifications } from '../../notifications/feature.ts'
import { announceMessage } from '../facts.ts'
import { type Known, type Place, requireConversation, requireRecipient, wantsToKnow } from '../policy.ts'
import { topicOf } from '../rules.ts'
import { lockConversation, makeDirect, markRead } from '../store/conversations.ts'
import { insertMessage, type Kept } from '../store/messages.ts'
import { openConversation } from './open-conversation.ts'

export type SendDeps = { tell: Notifications['tell'] }
/** Where something is said: to a person, or in a conversation or room. */
export type Target = Place & { recipient_id?: string | undefined }
export type Words = { text: string; clientId: string | undefined }
export type Sent = { id: string; number: number; conversation_id: string }

/**
 * Says something: the message has the next number of its conversation, and can no longer be lost once the transaction has
 * committed. What its author sends again under the same name is the first one.
 */
export async function sendMessage(
  tx: Tx,
  deps: SendDeps,
  actor: Actor,
  target: Target,
  { text, clientId }: Words,
): Promise<Sent | Refusal> {
  const place = await findPlace(tx, actor, target)
  if (isRefusal(place)) return place
  const conversationId = place.conversation_id
  if (!(await lockConversation(tx, conversationId))) return refuse('not_found')
  const message = { conversationId, authorId: actor.id, text, clientId, mayWrite: place.may_write }
  const kept = await insertMessage(tx, message)
  if (kept === undefined) return refuse('silenced')
  if (!kept.added && isAnother(kept, text)) return refuse('idempotency_conflict')
  if (kept.added) await announce(tx, deps, actor, place, kept.number)
  return { id: kept.id, number: kept.number, conversation_id: conversationId }
}

async function findPlace(tx: Tx, actor: Actor, { recipient_id, ...place }: Target): Promise<Known | Refusal> {
  if (recipient_id === undefined) return openConversation(tx, actor, place)
  const refused = await requireRecipient(tx, actor, recipient_id)
  if (refused !== undefined) return refused
  return requireConversation(tx, actor, await makeDirect(tx, actor.id, recipient_id))
}

/** The same name for other words: whoever acknowledged them would lose them. What was edited since cannot be compared. */
const isAnother = (kept: Kept, text: string): boolean => !kept.touched && kept.text !== text

async function announce(
  tx: Tx,
  { tell }: SendDeps,
  actor: Actor,
  { conversation_id: conversationId, person_id: to }: Known,
  number: number,
): Promise<void> {
  // saying something is having read what came before
  await markRead(tx, conversationId, actor.id, number)
  await announceMessage(tx, conversationId, number)
  if (to === null || !(await wantsToKnow(tx, to, conversationId, number))) return
  const topic = topicOf(conversationId)
  await tell(tx, { kind: 'message', to: [to], actorId: actor.id, conversationId, topic })
}
