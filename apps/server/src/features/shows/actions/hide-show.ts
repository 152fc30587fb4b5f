import type { Tx } from '../../../platform/db/connect.ts'
import { announce, recheckRoom } from '../../../platform/live/rooms.ts'
import { updateShow } from '../store/shows.ts'

/** Takes an organised show out of sight, as a moderator decided; those who have it in their diaries keep that. */
export async function hideShow(tx: Tx, id: string): Promise<void> {
  await updateShow(tx, id, { visibility: 'private' })
  await recheckRoom(tx, 'show', id)
  await announce(tx, 'show', id, 'facts')
}
