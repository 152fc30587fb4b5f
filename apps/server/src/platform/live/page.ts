import type { ServerToClientEvents } from '@sharemyshows/contract/live'
import type { Actor } from '../http/actor.ts'
import type { LiveSocket } from './socket.ts'

/** Something a page is told. */
export type Said = {
  [Event in keyof ServerToClientEvents]: {
    event: Event
    payload: Parameters<ServerToClientEvents[Event]>[0]
  }
}[keyof ServerToClientEvents]

/** An open page of a person, over whichever kind of connection. It is alone in a room of its own id. */
export type Page = {
  readonly id: string
  readonly actor: Actor
  /** The rooms of the things that it watches or has joined. */
  readonly watched: Set<string>
  isOpen(): boolean
  say(said: Said): void
  enter(room: string): void
  quit(room: string): void
  close(): void
}

/** A page that came by Socket.IO. */
export class SocketPage implements Page {
  readonly watched = new Set<string>()
  readonly actor: Actor
  private readonly socket: LiveSocket
  constructor(socket: LiveSocket, actor: Actor) {
    this.socket = socket
    this.actor = actor
  }
  get id(): string {
    return this.socket.id
  }
  isOpen(): boolean {
    return this.socket.connected
  }
  say({ event, payload }: Said): void {
    this.socket.emit(event, payload as never)
  }
  enter(room: string): void {
    void this.socket.join(room)
  }
  quit(room: string): void {
    void this.socket.leave(room)
  }
  close(): void {
    this.socket.disconnect(true)
  }
}
