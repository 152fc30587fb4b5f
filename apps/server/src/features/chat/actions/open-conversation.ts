import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { type Known, type Place, requireOpen } from '../policy.ts'
import { insertMember, makeRoom } from '../store/conversations.ts'

/** The conversation at a place that is open to the actor, who takes part in it from now on; a room is made when need be. */
export async function openConversation(tx: Tx, actor: Actor, place: Place): Promise<Known | Refusal> {
  const found = await requireOpen(tx, actor, place)
  if (isRefusal(found)) return found
  const id = found.conversation_id ?? (await makeRoom(tx, found.show_id ?? ''))
  if (id === undefined) return refuse('not_found')
  if (!found.is_member) await insertMember(tx, id, actor.id)
  return { ...found, conversation_id: id }
}
