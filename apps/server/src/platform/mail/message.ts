import type { Db } from '../db/connect.ts'
import { newId } from '../db/ids.ts'
import { enqueue } from '../jobs/jobs.ts'

/** A mail to one person: the same words as plain text and, where it helps, as HTML. */
export type Message = {
  to: string
  subject: string
  text: string
  html?: string
  /** Names of the people it speaks of, its receiver's too: with them it goes. */
  about?: readonly string[]
  /** Where its receiver chooses to have no more of its kind. */
  unsubscribe?: string
}

/** A mail on its way. The id stays the same however often sending is tried, so that receivers can tell. */
export type QueuedMessage = Message & {
  id: string
  /** From then on (RFC 3339) it would only confuse, and is not sent any more. */
  expires_at?: string
}

export type QueueOptions = {
  /** Seconds after which the mail is worthless, such as the life of the code in it. */
  expiresIn?: number
}

/** Tries are spread over some three and a half hours: enough for greylisting and for a relay that restarts. */
const TRIES = 10

/** Writes a mail with the transaction it tells about: it is sent after the commit, and never without one. */
export async function queueMail(tx: Db, message: Message, { expiresIn }: QueueOptions = {}): Promise<void> {
  const queued: QueuedMessage = {
    id: newId(),
    ...message,
    subject: onOneLine(message.subject),
    ...(expiresIn !== undefined && { expires_at: new Date(Date.now() + expiresIn * 1000).toISOString() }),
  }
  await enqueue(tx, 'send-mail', queued, { maxAttempts: TRIES })
}

/** A line break in a header would begin another header. */
const onOneLine = (text: string) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
