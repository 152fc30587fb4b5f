import type { QueuedMessage } from './message.ts'

/** Hands a mail over. Throws DeliveryError when it could not. */
export type Deliver = (message: QueuedMessage) => Promise<void>

/** Says why a mail was not taken in words that may be logged: never the address, never the text. */
export class DeliveryError extends Error {
  /** Trying again would be answered the same. */
  readonly final: boolean

  constructor(reason: string, final: boolean) {
    super(reason)
    this.final = final
  }
}

/** `<id@domain of the sender>`, RFC 5322. */
export function messageId(message: QueuedMessage, from: string): string {
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return `<${message.id}@${domain}>`
}
