import type { ClientToServerEvents, ServerToClientEvents } from '@sharemyshows/contract/live'
import { io, type Socket } from 'socket.io-client'
import type { Client } from './client.ts'

export type TestSocket = Socket<ServerToClientEvents, ClientToServerEvents>
export type Heard = { event: string; payload: Record<string, string> }
export type Ear = {
  socket: TestSocket
  /** Everything pushed so far, in order. */
  heard: Heard[]
  /** Waits until something like this is pushed, unless it was already. */
  hear(event: string, like?: Record<string, string>): Promise<Heard>
  /** Watches a show; gives the answer. */
  watch(showId: string): Promise<unknown>
}

/** Opens a person's socket and keeps what it is told; the caller closes it. */
export async function listen(url: string, who: Pick<Client, 'token'>): Promise<Ear> {
  const socket: TestSocket = io(url, {
    auth: { token: who.token },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  })
  const heard: Heard[] = []
  const waiting = new Set<() => void>()
  socket.onAny((event, payload) => {
    heard.push({ event, payload })
    for (const look of waiting) look()
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  const find = (event: string, like: Record<string, string>) =>
    heard.find(
      (one) =>
        one.event === event && Object.entries(like).every(([key, value]) => one.payload[key] === value),
    )
  return {
    socket,
    heard,
    hear: (event, like = {}) =>
      new Promise((resolve) => {
        const look = () => {
          const found = find(event, like)
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    watch: (show_id) => socket.emitWithAck('watch_show', { show_id }),
  }
}
