import type { ClientToServerEvents, ServerToClientEvents } from '@sharemyshows/contract/live'
import type { Server, Socket } from 'socket.io'
import type { Actor } from '../http/actor.ts'

/** What is known of a socket: whose it is. */
type SocketData = { actor: Actor }
type Nothing = Record<string, never>

export type LiveServer = Server<ClientToServerEvents, ServerToClientEvents, Nothing, SocketData>
export type LiveSocket = Socket<ClientToServerEvents, ServerToClientEvents, Nothing, SocketData>
