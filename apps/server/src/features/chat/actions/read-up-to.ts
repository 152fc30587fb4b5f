import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Notifications } from '../../notifications/feature.ts'
import { announceRead } from '../facts.ts'
import { requireConversation } from '../policy.ts'
import { topicOf } from '../rules.ts'
import { insertMember, markRead, setMuted } from '../store/conversations.ts'

/** Says up to which number the actor has read a conversation; what she was told of it is read with it. */
export async function readUpTo(
  tx: Tx,
  readTopic: Notifications['readTopic'],
  actor: Actor,
  id: string,
  number: number,
): Promise<Refusal | undefined> {
  const place = await requireConversation(tx, actor, id)
  if (isRefusal(place)) return place
  await insertMember(tx, id, actor.id)
  if (await markRead(tx, id, actor.id, number)) await announceRead(tx, actor.id, id)
  if (place.kind === 'direct' && number >= place.last_number) await readTopic(tx, actor.id, topicOf(id))
  return undefined
}

/** Has the actor hear nothing of a conversation, or again. */
export async function mute(tx: Tx, actor: Actor, id: string, muted: boolean): Promise<Refusal | undefined> {
  const place = await requireConversation(tx, actor, id)
  if (isRefusal(place)) return place
  await insertMember(tx, id, actor.id)
  await setMuted(tx, id, actor.id, muted)
  await announceRead(tx, actor.id, id)
  return undefined
}
