import type { Tx } from '../../../platform/db/connect.ts'
import { announceMessage, recheckConversation } from '../facts.ts'
import { assignRoom, joinRooms, lockRooms } from '../store/moving.ts'

/** Has the room of one show be that of another; if that has one, the two become one. */
export async function moveToShow(tx: Tx, fromShowId: string, intoShowId: string): Promise<void> {
  const { from, into } = await lockRooms(tx, fromShowId, intoShowId)
  if (from === undefined) return
  if (into === undefined) return assignRoom(tx, from, intoShowId)
  const last = await joinRooms(tx, from, into)
  await recheckConversation(tx, from)
  await announceMessage(tx, into, last)
}
