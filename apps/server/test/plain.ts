import { WebSocket } from 'ws'
import type { Client } from './client.ts'

export type PlainHeard = { event: string; data: Record<string, unknown>; ack?: unknown }
export type PlainEar = {
  socket: WebSocket
  heard: PlainHeard[]
  /** Waits until something like this is pushed, unless it was already. */
  hear(event: string, like?: Record<string, unknown>): Promise<PlainHeard>
  send(event: string, data?: unknown): void
  /** Says something and gives the answer. */
  ask(event: string, data?: unknown): Promise<unknown>
  /** The code it is closed with. */
  closed: Promise<number>
}

/** Opens a plain WebSocket of a person; rejects with the status when it is turned away. */
export async function listenPlainly(
  url: string,
  path: string,
  who: Pick<Client, 'token'>,
  headers: Record<string, string> = {},
): Promise<PlainEar> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}?token=${who.token}`, { headers })
  const heard: PlainHeard[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (text) => {
    heard.push(JSON.parse(String(text)))
    for (const look of [...waiting]) look()
  })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('unexpected-response', (_request, answer) => reject(new Error(String(answer.statusCode))))
    socket.once('error', reject)
  })
  const until = (fits: (one: PlainHeard) => boolean) =>
    new Promise<PlainHeard>((resolve) => {
      const look = () => {
        const found = heard.find(fits)
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  const send = (event: string, data?: unknown, ack?: number) =>
    socket.send(JSON.stringify({ event, data, ...(ack !== undefined && { ack }) }))
  let asked = 0
  return {
    socket,
    heard,
    closed,
    hear: (event, like = {}) =>
      until(
        (one) => one.event === event && Object.entries(like).every(([key, value]) => one.data[key] === value),
      ),
    send,
    ask: async (event, data) => {
      const ack = ++asked
      send(event, data, ack)
      return (await until((one) => one.event === 'ack' && one.ack === ack)).data
    },
  }
}
