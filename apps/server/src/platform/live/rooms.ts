import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import { MOST_WATCHED } from '@sharemyshows/contract/live'
import type { Db } from '../db/connect.ts'
import { type Notices, notify, notifyEach } from '../db/notices.ts'
import type { Log } from '../log/log.ts'
import { type Hall, personal } from './hall.ts'
import { createPace } from './pace.ts'
import type { Page, Said } from './page.ts'

/** Who may hear of things of one kind, and what the others are told who are put out. */
export type Admitting = {
  /** Those of `people` who may be told of the thing now. */
  admitted: (people: readonly string[], id: string) => Promise<readonly string[]>
  closed: (id: string) => Said
}
/** Things of one kind that pages can watch. */
export type RoomKind = Admitting & { changed: (id: string, what: never) => Said }
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

export const roomOf = (kind: string, id: string) => `${kind}:${id}`
const partsOf = (room: string) => room.split(':', 2) as [kind: string, id: string]

const GATHER_MS = 250

export type Rooms = ReturnType<typeof createRooms>
export type RoomOptions = {
  /** What pages watch, and be told to read again. */
  kinds: RoomKinds
  /** What else they are let into and put out of. */
  others: Record<string, Admitting>
  entered: (page: Page, room: string) => void
  /** Called with every page that leaves a room, whatever for. */
  left: (page: Page, room: string) => void
}

/** Follows who watches what in this process: lets in, tells, and puts out. */
export function createRooms(
  hall: Hall,
  { kinds, others, entered, left }: RoomOptions,
  notices: Notices,
  log: Log,
) {
  const judging = new Map<string, Promise<void>>()
  /** Rooms that are judged with another one, because who sees that decides who sees them. */
  const following = new Map<string, Set<string>>()
  let rechecks = 0

  const kindOf = (kind: string): RoomKind => {
    const found = kinds[kind]
    if (found === undefined) throw new Error(`no page can watch a ${kind}`)
    return found
  }
  const admittingOf = (kind: string): Admitting => others[kind] ?? kindOf(kind)

  const pace = createPace(GATHER_MS, async (key, changes) => {
    const [room = '', only] = key.split(' ')
    // whoever is about to be put out must not hear it
    await judging.get(room)
    const listening = hall.pagesIn(room).filter((page) => only === undefined || page.actor.id === only)
    const [kind, id] = partsOf(room)
    for (const what of changes)
      for (const page of listening) page.say(kindOf(kind).changed(id, what as never))
  })

  function quit(page: Page, room: string): undefined {
    if (!page.watched.delete(room)) return
    page.quit(room)
    if (!hall.has(room)) for (const followers of following.values()) followers.delete(room)
    left(page, room)
  }

  async function judge(room: string): Promise<void> {
    const [kind, id] = partsOf(room)
    const people = [...new Set(hall.pagesIn(room).map((page) => page.actor.id))]
    if (people.length === 0) return
    const { admitted, closed } = admittingOf(kind)
    const still: readonly string[] = await admitted(people, id).catch((error) => {
      log.warn({ err: error }, 'a live room could not be checked and was emptied')
      return []
    })
    for (const page of hall.pagesIn(room).filter((one) => !still.includes(one.actor.id))) {
      quit(page, room)
      page.say(closed(id))
    }
  }

  const recheck = (room: string) => {
    const after = (judging.get(room) ?? Promise.resolve()).then(() => judge(room))
    judging.set(room, after)
    void after.finally(() => judging.get(room) === after && judging.delete(room))
  }

  notices.on<Change>('live.changed', ({ kind, id, what, only }) => {
    const room = roomOf(kind, id)
    if (hall.has(room)) pace(only === undefined ? room : `${room} ${only}`, what)
  })
  notices.on<Recheck>('live.recheck', ({ rooms = [], people = [], everybody }) => {
    rechecks++
    if (everybody) rooms = hall.pages().flatMap((page) => [...page.watched])
    const watched = people.flatMap((id) => hall.pagesIn(personal(id)).flatMap((page) => [...page.watched]))
    const named = [...rooms, ...watched]
    for (const room of new Set(named.flatMap((one) => [one, ...(following.get(one) ?? [])]))) recheck(room)
  })

  const isFull = (page: Page, room: string) => !page.watched.has(room) && page.watched.size >= MOST_WATCHED

  const rooms = {
    /** Asks until nobody's sight of anything has changed while it was asked. */
    async whileUnchanged<T>(ask: () => Promise<T>): Promise<T> {
      for (;;) {
        const seen = rechecks
        const answer = await ask()
        if (seen === rechecks) return answer
      }
    },
    isFull,
    /** Waits for whoever is about to be put out. */
    settled: (room: string): Promise<void> => judging.get(room) ?? Promise.resolve(),
    /** Lets a page in that was found to be admitted; `follows` names a room whose rechecks are this one's, too. */
    enter(page: Page, room: string, follows?: string): void {
      page.watched.add(room)
      page.enter(room)
      entered(page, room)
      if (follows === undefined) return
      following.set(follows, (following.get(follows) ?? new Set()).add(room))
    },
    quit,
    /** Lets a page watch a thing that its person may see; watching twice is watching. */
    async watch(page: Page, kind: string, id: string): Promise<Refusal | undefined> {
      const room = roomOf(kind, id)
      const { admitted } = kindOf(kind)
      if (isFull(page, room)) return refuse('too_many_watched')
      const isAdmitted = await rooms.whileUnchanged(async () =>
        (await admitted([page.actor.id], id)).includes(page.actor.id),
      )
      if (!isAdmitted) return refuse('not_found')
      if (!page.isOpen()) return undefined
      if (isFull(page, room)) return refuse('too_many_watched')
      rooms.enter(page, room)
      return undefined
    },
    /** A page is gone. */
    quitAll(page: Page): void {
      for (const room of [...page.watched]) quit(page, room)
    },
  }
  return rooms
}
