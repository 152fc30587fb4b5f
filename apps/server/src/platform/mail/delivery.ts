import type { QueuedMessage } from './message.ts'

/** Hands a mail over. Throws DeliveryError when it could not. */
export type Deliver = (message: QueuedMessage) => Promise<void>

/** What a fault means: try again, give this mail up, or give its address up. */
export type Verdict = 'later' | 'never' | 'no_such_address'

/** Says why a mail was not taken in words that may be logged: never the address, never the text. */
export class DeliveryError extends Error {
  readonly verdict: Verdict

  constructor(reason: string, verdict: Verdict) {
    super(reason)
    this.verdict = verdict
  }
}

/** `<id@domain of the sender>`, RFC 5322. */
export function messageId(message: QueuedMessage, from: string): string {
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return `<${message.id}@${domain}>`
}

/** Says that a program wrote it (RFC 3834), so that no holiday notice is sent back, and how to have no more (RFC 2369). */
export const headersOf = ({ unsubscribe }: QueuedMessage): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  ...(unsubscribe !== undefined && { 'List-Unsubscribe': `<${unsubscribe}>` }),
})
