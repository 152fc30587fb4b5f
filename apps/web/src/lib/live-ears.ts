import type { Ack, ChatEvents, ClientToServerEvents, ServerToClientEvents } from '@sharemyshows/contract/live'
import type { Socket } from 'socket.io-client'

export type OurSocket = Socket<ServerToClientEvents, ClientToServerEvents>

/** What was pushed of a conversation that this page has joined. */
export type Heard = {
  [Event in keyof ChatEvents]: { event: Event; payload: ChatEvents[Event] }
}[keyof ChatEvents]

/** Whoever has a conversation open. It is joined again whenever the channel is back. */
export type ChatEars = {
  /** The last number before which nothing is missing here. */
  after: () => number
  /** It is being joined: what is pushed from now on may come before what was missed. */
  joining: () => void
  joined: (answer: Ack) => void
  hear: (heard: Heard) => void
}
