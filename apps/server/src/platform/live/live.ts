import type { Server as HttpServer } from 'node:http'
import type { PersonalEvents, ServerToClientEvents } from '@sharemyshows/contract/live'
import { Server } from 'socket.io'
import type { Db } from '../db/connect.ts'
import { type Notices, notify } from '../db/notices.ts'
import type { Actor, Authenticate } from '../http/actor.ts'
import { isOwnOrigin } from '../http/csrf.ts'

export type LiveOptions = {
  authenticate: Authenticate
  /** The access token of the handshake's cookie header, if any. */
  tokenOf: (cookieHeader: string) => string | undefined
  corsOrigins: readonly string[]
}
export type LiveServer = Server<
  Record<string, never>,
  ServerToClientEvents,
  Record<string, never>,
  { actor: Actor }
>

const personal = (userId: string) => `user:${userId}`
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

type PersonNotice = {
  userId: string
  event: keyof PersonalEvents
  payload: PersonalEvents[keyof PersonalEvents]
}

/** Socket.IO at `/socket.io`: signs in by cookie or token, checks the origin, follows ended sessions. */
export function createLive(http: HttpServer, notices: Notices, options: LiveOptions): LiveServer {
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
  io.use(async (socket, next) => {
    const given = socket.handshake.auth.token
    const token = typeof given === 'string' ? given : options.tokenOf(socket.handshake.headers.cookie ?? '')
    const actor = token === undefined ? null : await options.authenticate(token)
    if (actor === null) return next(new Error('unauthenticated'))
    socket.data.actor = actor
    next()
  })
  io.on('connection', (socket) => {
    socket.join([personal(socket.data.actor.id), session(socket.data.actor.sessionId)])
  })
  notices.on<PersonNotice>('live.person', ({ userId, event, payload }) => {
    io.to(personal(userId)).emit(event, payload)
  })
  notices.on<{ sessionIds: string[] }>('session.ended', ({ sessionIds }) => {
    for (const id of sessionIds) io.in(session(id)).disconnectSockets(true)
  })
  return io
}
