import type { Tx } from '../../platform/db/connect.ts'
import { recheckRoom } from '../../platform/live/rooms.ts'
import { announceStir } from '../../platform/live/stirs.ts'
import { announceNext, announceRevised } from '../../platform/live/streams.ts'

/** What pages join. */
export const CHAT = 'chat'

/** A message was said: each process pushes what is new to the pages that have the conversation open. */
export const announceMessage = (tx: Tx, conversationId: string, number: number): Promise<void> =>
  announceNext(tx, CHAT, conversationId, number)

/** Messages that were said before read otherwise now. */
export const announceChanged = (tx: Tx, conversationId: string, ids: readonly string[]): Promise<void> =>
  announceRevised(tx, CHAT, conversationId, ids)

/** Puts out whoever may no longer read it. */
export const recheckConversation = (tx: Tx, conversationId: string): Promise<void> =>
  recheckRoom(tx, CHAT, conversationId)

/** Has somebody's open pages learn how far she has read in a conversation, and in all of them. */
export const announceRead = (tx: Tx, personId: string, conversationId: string): Promise<void> =>
  announceStir(tx, CHAT, conversationId, personId)
