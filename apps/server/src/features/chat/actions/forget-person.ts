import type { Tx } from '../../../platform/db/connect.ts'
import type { Leaver } from '../../../platform/db/forget.ts'
import { announceChanged } from '../facts.ts'
import { deleteDeserted, takeWords } from '../store/messages.ts'

const A_TIME = 200

/** Takes the words and the name off what a person said; conversations that nobody else is left of go altogether. */
export async function forgetPerson(tx: Tx, { id }: Leaver): Promise<boolean> {
  await deleteDeserted(tx, id)
  const taken = await takeWords(tx, id, A_TIME)
  for (const [conversationId, messages] of taken) await announceChanged(tx, conversationId, messages)
  return taken.size > 0
}
