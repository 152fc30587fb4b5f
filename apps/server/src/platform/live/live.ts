import type { Server as HttpServer } from 'node:http'
import type { PersonalEvents } from '@sharemyshows/contract/live'
import { Server } from 'socket.io'
import type { Db } from '../db/connect.ts'
import { type Notices, notify, notifyEach } from '../db/notices.ts'
import type { Authenticate } from '../http/actor.ts'
import { isOwnOrigin } from '../http/csrf.ts'
import type { Log } from '../log/log.ts'
import { hearMessages, type Messages } from './messages.ts'
import { createRooms, personal, type RoomKinds } from './rooms.ts'
import type { LiveServer, LiveSocket } from './socket.ts'

/** Reads what a person's pages are told of one of her things, as it is for her now; undefined says nothing. */
type Readers = {
  [Event in keyof PersonalEvents]?: (userId: string, id: string) => Promise<PersonalEvents[Event] | undefined>
}

/** What a feature brings to the socket: rooms that pages can watch, messages that they may send, and what is read late. */
export type LivePart = { rooms?: RoomKinds; messages?: Messages; personal?: Readers }

export type LiveOptions = {
  authenticate: Authenticate
  /** The access token of the handshake's cookie header, if any. */
  tokenOf: (cookieHeader: string) => string | undefined
  corsOrigins: readonly string[]
  parts: readonly LivePart[]
  log: Log
}

const session = (sessionId: string) => `session:${sessionId}`

/** Pushes an event to all pages a person has open, once the transaction commits. */
export async function tellPerson<Event extends keyof PersonalEvents>(
  db: Db,
  userId: string,
  event: Event,
  payload: PersonalEvents[Event],
): Promise<void> {
  await notify(db, 'live.person', { userId, event, payload })
}

type About = { userId: string; id: string }
type EachNotice = { event: PersonalEvent; told: About[] }

/** A notice holds so many people. */
const PEOPLE_A_NOTICE = 80

/**
 * The same of a thing each, for however many people, once the transaction commits: what they are told is read for those
 * alone who have a page open, by the process that serves it.
 */
export async function tellEach(db: Db, event: PersonalEvent, told: readonly About[]): Promise<void> {
  const notices: EachNotice[] = []
  for (let start = 0; start < told.length; start += PEOPLE_A_NOTICE) {
    notices.push({ event, told: told.slice(start, start + PEOPLE_A_NOTICE) })
  }
  if (notices.length > 0) await notifyEach(db, 'live.each', notices)
}

/** A socket lives no longer than the access token it was opened with; pages open the next one with their new token. */
function closeWithToken(socket: LiveSocket): void {
  const left = socket.data.actor.tokenExpiresAt - Date.now()
  const end = setTimeout(() => socket.disconnect(true), left).unref()
  socket.once('disconnect', () => clearTimeout(end))
}

type PersonalEvent = keyof PersonalEvents
type PersonNotice = { userId: string; event: PersonalEvent; payload: PersonalEvents[PersonalEvent] }

/** That event and payload belong together was checked where they were sent. */
type Pages = { emit(event: PersonalEvent, payload: PersonalEvents[PersonalEvent]): unknown }

/** Socket.IO at `/socket.io`: signs in by cookie or token, checks the origin, hears messages, follows ended sessions. */
export function createLive(http: HttpServer, notices: Notices, options: LiveOptions): LiveServer {
  const { parts, log } = options
  const io: LiveServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: 65_536,
    cors: { origin: [...options.corsOrigins], credentials: true },
    allowRequest: (request, decide) => {
      const origin = request.headers.origin
      const own = origin === undefined || isOwnOrigin(origin, request.headers.host, options.corsOrigins)
      decide(null, own)
    },
  })
  const actorOf = async (socket: LiveSocket) => {
    const given = socket.handshake.auth.token
    const token = typeof given === 'string' ? given : options.tokenOf(socket.handshake.headers.cookie ?? '')
    return token === undefined ? null : options.authenticate(token).catch(() => undefined)
  }
  io.use(async (socket, next) => {
    const actor = await actorOf(socket)
    if (actor === undefined) return next(new Error('unavailable'))
    if (actor === null) return next(new Error('unauthenticated'))
    socket.data.actor = actor
    socket.data.watched = new Set()
    next()
  })
  const rooms = createRooms(io, Object.assign({}, ...parts.map((part) => part.rooms)), notices, log)
  const messages = new Map(parts.flatMap((part) => Object.entries(part.messages ?? {})))
  io.on('connection', (socket) => {
    const { actor } = socket.data
    socket.join([personal(actor.id), session(actor.sessionId)])
    const asker = {
      actor,
      watch: (kind: string, id: string) => rooms.watch(socket, kind, id),
      unwatch: (kind: string, id: string) => rooms.unwatch(socket, kind, id),
    }
    hearMessages(socket, messages, asker, log)
    closeWithToken(socket)
    // the session may have ended after the token was looked at and before its end could be heard
    void actorOf(socket).then((still) => still ?? socket.disconnect(true))
  })
  notices.on<PersonNotice>('live.person', ({ userId, event, payload }) => {
    const pages: Pages = io.to(personal(userId))
    pages.emit(event, payload)
  })
  const readers: Readers = Object.assign({}, ...parts.map((part) => part.personal))
  const tellLate = async (event: PersonalEvent, { userId, id }: About) => {
    if (!io.sockets.adapter.rooms.has(personal(userId))) return
    const payload = await readers[event]?.(userId, id)
    const pages: Pages = io.to(personal(userId))
    if (payload !== undefined) pages.emit(event, payload)
  }
  // one after the other, so that what was read last arrives last
  let reading = Promise.resolve()
  notices.on<EachNotice>('live.each', ({ event, told }) => {
    for (const about of told) {
      reading = reading
        .then(() => tellLate(event, about))
        .catch((error) => log.warn({ err: error }, 'pages could not be told something'))
    }
  })
  // a session may have ended unheard, or a room have closed: everybody comes again
  notices.onGap(() => io.disconnectSockets(true))
  notices.on<{ sessionIds: string[] }>('session.ended', ({ sessionIds }) => {
    for (const id of sessionIds) io.in(session(id)).disconnectSockets(true)
  })
  // a socket knows its person as she was when it came
  notices.on<{ userIds: string[] }>('account.changed', ({ userIds }) => {
    io.in(userIds.map(personal)).disconnectSockets(true)
  })
  return io
}
