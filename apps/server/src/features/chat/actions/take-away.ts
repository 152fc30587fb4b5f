import type { Tx } from '../../../platform/db/connect.ts'
import { announceChanged } from '../facts.ts'
import { emptyMessage } from '../store/messages.ts'

/** Takes a message's words away, as a moderator decided; it may be gone. */
export async function takeAway(tx: Tx, moderatorId: string, id: string): Promise<void> {
  const gone = await emptyMessage(tx, id, moderatorId)
  if (gone !== undefined) await announceChanged(tx, gone.conversationId, [id])
}
