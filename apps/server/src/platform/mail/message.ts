import type { Db } from '../db/connect.ts'
import { newId } from '../db/ids.ts'
import { enqueue } from '../jobs/jobs.ts'

/** A mail to one person: the same words as plain text and, where it helps, as HTML. */
export type Message = { to: string; subject: string; text: string; html?: string }

/** A mail on its way. The id stays the same however often sending is tried, so that receivers can tell. */
export type QueuedMessage = Message & { id: string }

/** Tries are spread over some three and a half hours: enough for greylisting and for a relay that restarts. */
const TRIES = 10

/** Writes a mail with the transaction it tells about: it is sent after the commit, and never without one. */
export async function queueMail(tx: Db, message: Message): Promise<void> {
  const queued: QueuedMessage = { id: newId(), ...message }
  await enqueue(tx, 'send-mail', queued, { maxAttempts: TRIES })
}
