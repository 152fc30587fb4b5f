import { newIdempotencyKey } from '@/lib/idempotency'
import type { Conversation } from './model'

/** Where a message goes: to somebody, or into a room. */
export type Place = { recipient_id: string } | { conversation_id: string }

/** A message that the server has not taken yet; however often it is sent, it is said once. */
export type Unsent = {
  /** Its name at the server, too. */
  clientId: string
  owner: string
  to: Place
  text: string
  /** When it was written (ms since 1970), in order even within one moment. */
  order: number
  /** Why it was not taken; without it, it is on its way. */
  problem?: string | undefined
}

let last = 0

export function newUnsent(owner: string, to: Place, text: string): Unsent {
  last = Math.max(Date.now(), last + 0.001)
  return { clientId: newIdempotencyKey(), owner, to, text, order: last }
}

/** The same text for the same place. */
export const nameOfPlace = (place: Place): string =>
  'recipient_id' in place ? `to ${place.recipient_id}` : `in ${place.conversation_id}`

export const inOrder = (items: readonly Unsent[]): readonly Unsent[] =>
  items.toSorted((one, other) => one.order - other.order)

/** Where one writes to in a conversation: a person, so that order holds from the first line on, or the room. */
export const placeOf = ({ id, person }: Pick<Conversation, 'id' | 'person'>): Place =>
  person === null ? { conversation_id: id } : { recipient_id: person.id }
