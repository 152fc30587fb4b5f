import { type Server as HttpServer, type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Refusal, refuse, statusOf } from '@sharemyshows/contract/errors'
import type { Ack } from '@sharemyshows/contract/live'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Actor } from '../http/actor.ts'
import { problemOf } from '../http/problem.ts'
import { type Log, loggedPath } from '../log/log.ts'
import type { Wire } from './messages.ts'
import type { Page } from './page.ts'
import type { PlainPage, PlainPages } from './plain.ts'

/** What a page says by coming to an address, and how that completes what it says there. */
export type Greeting = { event: string; complete: (data: unknown) => unknown }

/** `/ws/{name}/{id}`, by name. */
export type Addresses = Record<string, (id: string) => Greeting>

/** Lets pages in, whichever way they come. */
export type Door = {
  isWelcome: (request: IncomingMessage) => boolean
  /** Null for nobody, undefined when it cannot be told now. */
  actorOf: (token: unknown, cookies: string | undefined) => Promise<Actor | null | undefined>
  receive: (page: Page, wire: Wire, life: Life) => void
}
type Life = {
  /** Looks at the token once more. */
  again: () => Promise<Actor | null | undefined>
  closed: (listener: () => void) => unknown
}

const WS_PATH = /^(?:\/api(?:\/v1)?)?\/ws\/(?:([a-z]+)\/)?([^/]+)\/?$/
const PING_MS = 25_000
/** A page that is refused after it came is closed with this and the status that HTTP has for it. */
const CLOSE_BASE = 4000

type Asked = { name: string | undefined; id: string; token: unknown }

function asked({ url = '/', headers }: IncomingMessage): Asked | undefined {
  const { pathname, searchParams } = new URL(url, 'http://here')
  const match = WS_PATH.exec(pathname)
  const [, name, id = ''] = match ?? []
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')
  return match === null ? undefined : { name, id, token: searchParams.get('token') ?? bearer?.[1] }
}

/**
 * Plain WebSockets beside Socket.IO: `/ws/{user_id}` for one's own, and what features bring; each also under the API's
 * prefixes. They speak `{event, data}` in JSON, say and hear the same, and hear the answer to what they give an `ack`.
 */
export function hearUpgrades(
  http: HttpServer,
  pages: PlainPages,
  addresses: Addresses,
  door: Door,
  log: Log,
  mostBytes: number,
): () => void {
  const server = new WebSocketServer({ noServer: true, maxPayload: mostBytes, perMessageDeflate: false })

  const enter = async (
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<Refusal | undefined> => {
    const at = asked(request)
    if (at === undefined || (at.name !== undefined && !Object.hasOwn(addresses, at.name))) {
      return refuse('route_not_found')
    }
    if (!door.isWelcome(request)) return refuse('foreign_origin')
    const signIn = () => door.actorOf(at.token, request.headers.cookie)
    const actor = await signIn()
    if (actor === undefined) return refuse('unavailable')
    if (actor === null) return refuse('unauthenticated')
    if (at.name === undefined && at.id !== actor.id) return refuse('forbidden')
    const greeting = at.name === undefined ? undefined : addresses[at.name]?.(at.id)
    server.handleUpgrade(request, socket, head, (opened) => {
      opened.on('pong', () => silent.delete(opened))
      const page = pages.receive(opened, actor)
      const closed = (listener: () => void) => opened.once('close', listener)
      door.receive(page, wireOf(opened, page, greeting), { again: signIn, closed })
    })
    return undefined
  }

  http.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/socket.io/')) return
    socket.on('error', () => {})
    enter(request, socket, head)
      .catch(() => refuse('malformed_request'))
      .then((refusal) => {
        log.info({ upgrade: loggedPath(request.url ?? ''), refused: refusal?.refused })
        if (refusal !== undefined) turnAway(socket, refusal)
      })
  })
  const beat = setInterval(() => {
    for (const socket of server.clients) ping(socket)
  }, PING_MS).unref()
  return () => clearInterval(beat)
}

/** Those who have not answered the last ping. */
const silent = new WeakSet<WebSocket>()

function ping(socket: WebSocket): void {
  if (silent.has(socket)) socket.terminate()
  else socket.ping()
  silent.add(socket)
}

/** A socket that cannot be opened hears why as an HTTP answer. */
function turnAway(socket: Duplex, refusal: Refusal): void {
  const status = statusOf(refusal.refused)
  const body = JSON.stringify(problemOf(refusal))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

type Said = { event?: unknown; data?: unknown; ack?: unknown }

function read(bytes: Buffer, isBinary: boolean): Said {
  if (isBinary) return {}
  try {
    const said: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof said === 'object' && said !== null ? said : {}
  } catch {
    return {}
  }
}

/** Has a plain page say what a page of Socket.IO says; the greeting comes first, and refused, it is the end. */
function wireOf(socket: WebSocket, page: PlainPage, greeting: Greeting | undefined): Wire {
  const complete = greeting?.complete ?? ((data: unknown) => data)
  // whatever is wrong with a frame ends the connection, which closes by itself
  socket.on('error', () => {})
  return {
    onAny(listener) {
      socket.on('message', (bytes: Buffer, isBinary: boolean) => {
        const { event, data, ack } = read(bytes, isBinary)
        const wantsAnswer = typeof ack === 'string' || typeof ack === 'number'
        const answers = wantsAnswer ? [(answer: unknown) => page.acknowledge(ack, answer)] : []
        listener(event, complete(data), ...answers)
      })
      if (greeting === undefined) return
      listener(greeting.event, complete({}), (answer: Ack) => {
        if (answer.ok) return
        page.say({ event: 'error', payload: answer.error })
        page.close(CLOSE_BASE + statusOf(answer.error.code))
      })
    },
    emit: (event, problem) => page.say({ event, payload: problem }),
    disconnect: () => page.close(),
  }
}
