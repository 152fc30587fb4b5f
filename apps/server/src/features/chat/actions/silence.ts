import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announceRead, recheckConversation } from '../facts.ts'
import { requireModerator, requireSilenceable } from '../policy.ts'
import { insertMember, makeRoom, type Silence, type Silenced, silenceMember } from '../store/conversations.ts'

/** Has somebody only read in a room for a while, or puts her out; for those who look after it. */
export async function silence(
  tx: Tx,
  actor: Actor,
  showId: string,
  personId: string,
  change: Silence,
): Promise<Silenced | Refusal> {
  const room = await requireModerator(tx, actor, showId)
  if (isRefusal(room)) return room
  const refused = await requireSilenceable(tx, actor, showId, personId)
  if (refused !== undefined) return refused
  const id = room.conversation_id ?? (await makeRoom(tx, showId))
  if (id === undefined) return refuse('not_found')
  await insertMember(tx, id, personId)
  const silenced = await silenceMember(tx, id, personId, change)
  await recheckConversation(tx, id)
  await announceRead(tx, personId, id)
  return silenced
}
