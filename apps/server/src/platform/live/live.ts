import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server } from 'socket.io'
import type { Db } from '../db/connect.ts'
import type { Notices } from '../db/notices.ts'
import type { Authenticate } from '../http/actor.ts'
import { isOwnOrigin } from '../http/csrf.ts'
import type { Limiter } from '../http/limits.ts'
import type { Log } from '../log/log.ts'
import type { PresenceKinds } from './crowds.ts'
import { createHall, personal, session } from './hall.ts'
import { hearMessages, type Messages } from './messages.ts'
import type { Page } from './page.ts'
import { PlainPages } from './plain.ts'
import { createPresence } from './presence.ts'
import { createRooms, type RoomKinds, roomOf } from './rooms.ts'
import type { LiveServer, LiveSocket } from './socket.ts'
import { createStirs, type StirKinds } from './stirs.ts'
import { createStreams, type StreamKinds } from './streams.ts'
import { hearTells, type Readers } from './tell.ts'
import { type Addresses, type Door, hearUpgrades } from './upgrades.ts'

export { tellEach, tellPerson } from './tell.ts'

/** What a feature brings to open pages: what they watch and join, what they may say, and what is read late. */
export type LivePart = {
  rooms?: RoomKinds
  streams?: StreamKinds
  stirs?: StirKinds
  presences?: PresenceKinds
  messages?: Messages
  personal?: Readers
  /** Where plain WebSockets are taken. */
  addresses?: Addresses
}

export type LiveOptions = {
  db: Db
  authenticate: Authenticate
  /** The access token of the handshake's cookie header, if any. */
  tokenOf: (cookieHeader: string) => string | undefined
  corsOrigins: readonly string[]
  parts: readonly LivePart[]
  limiter: Limiter
  rateLimits: boolean
  log: Log
}

export type Live = {
  /** Ends all connections, because the process stops. */
  stop(): Promise<void>
}

/** Most bytes of what a page says at once. */
const MOST_FRAME_BYTES = 65_536

/** Open pages of people, by Socket.IO at `/socket.io` or by plain WebSockets. */
export function createLive(http: HttpServer, notices: Notices, options: LiveOptions): Live {
  const { db, parts, log } = options
  const signIn = signingIn(options)
  const io: LiveServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: MOST_FRAME_BYTES,
    // what else is upgraded is heard by hearUpgrades
    destroyUpgrade: false,
    cors: { origin: [...options.corsOrigins], credentials: true },
    allowRequest: (request, decide) => decide(null, signIn.isWelcome(request)),
  })
  const plain = new PlainPages()
  const hall = createHall(io, plain)
  const gathered = <Key extends keyof LivePart>(key: Key): NonNullable<LivePart[Key]> =>
    Object.assign({}, ...parts.map((part) => part[key]))

  const others = gathered('streams')
  const moves = {
    entered: (page: Page, room: string) => presence.entered(page, room),
    left: (page: Page, room: string) => {
      presence.left(page, room)
      streams.left(page, room)
    },
  }
  const rooms = createRooms(hall, { kinds: gathered('rooms'), others, ...moves }, notices, log)
  const streams = createStreams(hall, rooms, others, notices, log)
  const presence = createPresence(db, hall, gathered('presences'), notices, log)
  createStirs(hall, gathered('stirs'), notices, log)
  hearTells(hall, gathered('personal'), notices, log)

  const hearing = { ...options, messages: new Map(Object.entries(gathered('messages'))) }
  const door: Door = {
    ...signIn,
    receive(page, wire, { again, closed }) {
      page.enter(personal(page.actor.id))
      page.enter(session(page.actor.sessionId))
      closed(() => rooms.quitAll(page))
      closeWithToken(page, closed)
      const asker = {
        actor: page.actor,
        watch: (kind: string, id: string) => rooms.watch(page, kind, id),
        join: (kind: string, id: string, after?: number) => streams.join(page, kind, id, after),
        quit: (kind: string, id: string) => rooms.quit(page, roomOf(kind, id)),
      }
      hearMessages(wire, asker, hearing)
      // the session may have ended after the token was looked at and before its end could be heard
      void again().then((still) => still ?? page.close())
    },
  }
  hearSockets(io, door, (socket) => hall.receive(socket))
  const unhear = hearUpgrades(http, plain, gathered('addresses'), door, log, MOST_FRAME_BYTES)

  // a session may have ended unheard, or a room have closed: everybody comes again
  notices.onGap(() => hall.closeAll())
  notices.on<{ sessionIds: string[] }>('session.ended', ({ sessionIds }) => {
    hall.close(sessionIds.map(session))
  })
  // a page knows its person as she was when it came
  notices.on<{ userIds: string[] }>('account.changed', ({ userIds }) => hall.close(userIds.map(personal)))
  return {
    async stop() {
      unhear()
      hall.closeAll()
      await presence.stop()
    },
  }
}

type Receive = (socket: LiveSocket) => Page

/** Takes in those who come by Socket.IO. */
function hearSockets(io: LiveServer, door: Door, pageOf: Receive): void {
  const actorOf = ({ handshake: { auth, headers } }: LiveSocket) => door.actorOf(auth.token, headers.cookie)
  io.use(async (socket, next) => {
    const actor = await actorOf(socket)
    if (actor === undefined) return next(new Error('unavailable'))
    if (actor === null) return next(new Error('unauthenticated'))
    socket.data.actor = actor
    next()
  })
  io.on('connection', (socket) =>
    door.receive(pageOf(socket), socket, {
      again: () => actorOf(socket),
      closed: (listener) => socket.once('disconnect', listener),
    }),
  )
}

/** Whose page it is, and whether it is one of ours. */
function signingIn({ authenticate, tokenOf, corsOrigins }: LiveOptions): Pick<Door, 'isWelcome' | 'actorOf'> {
  return {
    isWelcome: ({ headers: { origin, host } }: IncomingMessage) =>
      origin === undefined || isOwnOrigin(origin, host, corsOrigins),
    actorOf: async (given, cookies) => {
      const token = typeof given === 'string' ? given : tokenOf(cookies ?? '')
      return token === undefined ? null : authenticate(token).catch(() => undefined)
    },
  }
}

/** A page lives no longer than the access token it was opened with; the next one is opened with a new token. */
function closeWithToken(page: Page, closed: (listener: () => void) => unknown): void {
  const end = setTimeout(() => page.close(), page.actor.tokenExpiresAt - Date.now()).unref()
  closed(() => clearTimeout(end))
}
