/**
 * A process of its own full of bad company: connections that send nothing, headers and bodies that come a byte a
 * second, readers that do not read. Tells its parent how many it holds and, at the end, how each kind was treated.
 */
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type CrowdOrder = {
  port: number
  idle: number
  slow: number
  file: string
  token: string
  size: number
}
export type CrowdReport = { kind: 'gathered'; open: number } | { kind: 'done'; cut: Record<Slow, Cut> }
export type Cut = { opened: number; cut: number; latest: number }
type Slow = 'headers' | 'body' | 'reader' | 'idle'

const AT_A_TIME = 200
/** Everybody's welcome is over by then. */
const WAIT_MS = 36_000

type Guest = { kind: Slow; socket: Socket; since: number; until?: number; received: number }
const guests: Guest[] = []

const openings = ({ file, token }: CrowdOrder): Record<Slow, [first: string, more: string]> => ({
  idle: ['', ''],
  headers: ['GET /api/v1/health HTTP/1.1\r\nhost: x\r\nx-slow: ', 'a'],
  body: [
    'POST /api/v1/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9999\r\n\r\n',
    ' ',
  ],
  reader: [`GET ${file} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n\r\n`, ''],
})

function welcome(kind: Slow, order: CrowdOrder): Promise<void> {
  const [first, more] = openings(order)[kind]
  return new Promise((resolve) => {
    const socket = connect(order.port, '127.0.0.1')
    const guest: Guest = { kind, socket, since: performance.now(), received: 0 }
    guests.push(guest)
    let byte: NodeJS.Timeout | undefined
    socket.once('connect', () => {
      if (first !== '') socket.write(first)
      if (more !== '') byte = setInterval(() => socket.write(more), 1000)
      resolve()
    })
    if (kind === 'reader') socket.pause()
    socket.on('data', (data) => {
      guest.received += data.length
    })
    socket.on('error', () => resolve())
    socket.on('close', () => {
      clearInterval(byte)
      guest.until = performance.now()
    })
  })
}

async function gather(order: CrowdOrder): Promise<void> {
  const kinds: Slow[] = Array.from({ length: order.idle }, () => 'idle')
  const slow = ['headers', 'body', 'reader'] as const
  for (let n = 0; n < order.slow; n++) kinds.push(slow[n % 3] as Slow)
  for (let start = 0; start < kinds.length; start += AT_A_TIME) {
    await Promise.all(kinds.slice(start, start + AT_A_TIME).map((kind) => welcome(kind, order)))
  }
}

/** A reader who wakes up finds out: the rest of the file is there, or the line is dead. */
async function judge({ size }: CrowdOrder): Promise<Record<Slow, Cut>> {
  for (const { kind, socket } of guests) if (kind === 'reader') socket.resume()
  await sleep(3000)
  const cutOf = (kind: Slow): Cut => {
    const all = guests.filter((guest) => guest.kind === kind)
    const gone = all.filter((guest) =>
      kind === 'reader' ? guest.received < size : guest.until !== undefined,
    )
    const times = gone.map((guest) => ((guest.until ?? guest.since) - guest.since) / 1000)
    return {
      opened: all.length,
      cut: gone.length,
      latest: kind === 'reader' ? WAIT_MS / 1000 : Math.max(0, ...times),
    }
  }
  return { idle: cutOf('idle'), headers: cutOf('headers'), body: cutOf('body'), reader: cutOf('reader') }
}

process.once('message', async (order: CrowdOrder) => {
  await gather(order)
  const open = guests.filter(({ socket, until }) => until === undefined && !socket.connecting).length
  process.send?.({ kind: 'gathered', open } satisfies CrowdReport)
  await sleep(WAIT_MS)
  process.send?.({ kind: 'done', cut: await judge(order) } satisfies CrowdReport)
  process.disconnect()
  for (const { socket } of guests) socket.destroy()
})
