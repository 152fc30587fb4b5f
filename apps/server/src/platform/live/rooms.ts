import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import { MOST_WATCHED, type RoomEvents } from '@sharemyshows/contract/live'
import type { Db } from '../db/connect.ts'
import { type Notices, notify, notifyEach } from '../db/notices.ts'
import type { Log } from '../log/log.ts'
import { createPace } from './pace.ts'
import type { LiveServer, LiveSocket } from './socket.ts'

type RoomMessage = {
  [Event in keyof RoomEvents]: { event: Event; payload: RoomEvents[Event] }
}[keyof RoomEvents]

/** Things of one kind that pages can watch. */
export type RoomKind = {
  /** Those of `people` who may be told of the thing now. */
  admitted: (people: readonly string[], id: string) => Promise<readonly string[]>
  changed: (id: string, what: never) => RoomMessage
  closed: (id: string) => RoomMessage
}
export type RoomKinds = Record<string, RoomKind>

type Change = { kind: string; id: string; what: string; only?: string }

/**
 * Tells the pages that watch a thing what has changed of it, once the transaction commits. With `only`, nobody's pages
 * but this person's: the others must not even learn that something private changed.
 */
export const announce = (db: Db, kind: string, id: string, what: string, only?: string): Promise<void> =>
  announceEach(db, kind, [id], what, only)

/** The same of many things of a kind. */
export async function announceEach(
  db: Db,
  kind: string,
  ids: readonly string[],
  what: string,
  only?: string,
): Promise<void> {
  const changes = ids.map((id): Change => ({ kind, id, what, ...(only !== undefined && { only }) }))
  await notifyEach(db, 'live.changed', changes)
}

/** Puts out of a room, once the transaction commits, whoever no longer sees the thing. Say so before `announce`. */
export async function recheckRoom(db: Db, kind: string, id: string): Promise<void> {
  await notify(db, 'live.recheck', { rooms: [roomOf(kind, id)] })
}

/** A notice holds so many names of rooms. */
const ROOMS_A_NOTICE = 100

/** The same for many things of a kind. */
export async function recheckRooms(db: Db, kind: string, ids: readonly string[]): Promise<void> {
  const notices: Recheck[] = []
  for (let start = 0; start < ids.length; start += ROOMS_A_NOTICE) {
    notices.push({ rooms: ids.slice(start, start + ROOMS_A_NOTICE).map((id) => roomOf(kind, id)) })
  }
  await notifyEach(db, 'live.recheck', notices)
}

/** The same for all that these people watch, when what they are to each other has changed. */
export async function recheckPeople(db: Db, people: readonly string[]): Promise<void> {
  await notify(db, 'live.recheck', { people })
}

/** The same for all that anybody watches: for the rare change that may concern every room. */
export async function recheckEverybody(db: Db): Promise<void> {
  await notify(db, 'live.recheck', { everybody: true })
}

type Recheck = { rooms?: string[]; people?: string[]; everybody?: true }

export const personal = (userId: string) => `user:${userId}`
const roomOf = (kind: string, id: string) => `${kind}:${id}`
const partsOf = (room: string) => room.split(':', 2) as [kind: string, id: string]

const GATHER_MS = 250

/** Follows who watches what in this process: lets in, tells, and puts out. */
export function createRooms(io: LiveServer, kinds: RoomKinds, notices: Notices, log: Log) {
  const judging = new Map<string, Promise<void>>()
  let rechecks = 0

  const kindOf = (kind: string): RoomKind => {
    const found = kinds[kind]
    if (found === undefined) throw new Error(`no page can watch a ${kind}`)
    return found
  }
  const socketsIn = (room: string) =>
    [...(io.sockets.adapter.rooms.get(room) ?? [])].flatMap((id) => io.sockets.sockets.get(id) ?? [])

  const push = (sockets: readonly LiveSocket[], { event, payload }: RoomMessage) => {
    for (const socket of sockets) socket.emit(event, payload as never)
  }

  const pace = createPace(GATHER_MS, async (key, changes) => {
    const [room = '', only] = key.split(' ')
    // whoever is about to be put out must not hear it
    await judging.get(room)
    const listening = socketsIn(room).filter((one) => only === undefined || one.data.actor.id === only)
    const [kind, id] = partsOf(room)
    for (const what of changes) push(listening, kindOf(kind).changed(id, what as never))
  })

  async function judge(room: string): Promise<void> {
    const [kind, id] = partsOf(room)
    const people = [...new Set(socketsIn(room).map((socket) => socket.data.actor.id))]
    if (people.length === 0) return
    const admitted: readonly string[] = await kindOf(kind)
      .admitted(people, id)
      .catch((error) => {
        log.warn({ err: error }, 'a live room could not be checked and was emptied')
        return []
      })
    const out = socketsIn(room).filter((socket) => !admitted.includes(socket.data.actor.id))
    for (const socket of out) {
      socket.data.watched.delete(room)
      await socket.leave(room)
    }
    push(out, kindOf(kind).closed(id))
  }

  const recheck = (room: string) => {
    const after = (judging.get(room) ?? Promise.resolve()).then(() => judge(room))
    judging.set(room, after)
    void after.finally(() => judging.get(room) === after && judging.delete(room))
  }

  notices.on<Change>('live.changed', ({ kind, id, what, only }) => {
    const room = roomOf(kind, id)
    if (io.sockets.adapter.rooms.has(room)) pace(only === undefined ? room : `${room} ${only}`, what)
  })
  notices.on<Recheck>('live.recheck', ({ rooms = [], people = [], everybody }) => {
    rechecks++
    if (everybody)
      rooms = [...new Set([...io.sockets.sockets.values()].flatMap((one) => [...one.data.watched]))]
    const watched = people.flatMap((id) => socketsIn(personal(id)).flatMap((one) => [...one.data.watched]))
    for (const room of new Set([...rooms, ...watched])) recheck(room)
  })

  return {
    /** Lets a socket watch a thing that its person may see; watching twice is watching. */
    async watch(socket: LiveSocket, kind: string, id: string): Promise<Refusal | undefined> {
      const room = roomOf(kind, id)
      const { actor, watched } = socket.data
      if (!watched.has(room) && watched.size >= MOST_WATCHED) return refuse('too_many_watched')
      let seen: number
      do {
        seen = rechecks
        if (!(await kindOf(kind).admitted([actor.id], id)).includes(actor.id)) return refuse('not_found')
      } while (seen !== rechecks)
      if (!socket.connected) return undefined
      if (!watched.has(room) && watched.size >= MOST_WATCHED) return refuse('too_many_watched')
      watched.add(room)
      await socket.join(room)
      return undefined
    },
    async unwatch(socket: LiveSocket, kind: string, id: string): Promise<undefined> {
      socket.data.watched.delete(roomOf(kind, id))
      await socket.leave(roomOf(kind, id))
    },
  }
}
