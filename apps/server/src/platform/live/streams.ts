import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../db/connect.ts'
import { type Notices, notify } from '../db/notices.ts'
import type { Actor } from '../http/actor.ts'
import type { Log } from '../log/log.ts'
import { type Hall, personal } from './hall.ts'
import type { Page, Said } from './page.ts'
import { type Admitting, type Rooms, roomOf } from './rooms.ts'

/** Something numbered that is told to the pages in a room. */
export type Entry = {
  number: number
  /** It was said before, and reads otherwise now. */
  revised: boolean
  said: Said
  /** What its author's own pages are told instead. */
  own?: { person: string; said: Said }
  /** People who must not hear it. */
  except: readonly string[]
}

/** What a page reads that comes: all that was said up to a number, and whose rechecks concern the room, too. */
export type Opening = { last: number; said: Said; follows?: { kind: string; id: string } }

/** Things of one kind that are said one after the other: their numbers rise by one with each commit. */
export type StreamKind = Admitting & {
  open: (actor: Actor, id: string, after: number | undefined) => Promise<Opening | Refusal>
  /** The number of the latest. */
  last: (id: string) => Promise<number>
  /** What came after a number, in order and not more than `atMost`; before it, those of `revised`. */
  since: (id: string, after: number, revised: readonly string[], atMost: number) => Promise<Entry[]>
}
export type StreamKinds = Record<string, StreamKind>

type Next = { kind: string; id: string; number: number }
type Revised = { kind: string; id: string; ids: readonly string[] }

/** Says to every process, once the transaction commits, that there is a next one; its contents stay in the database. */
export const announceNext = (db: Db, kind: string, id: string, number: number): Promise<void> =>
  notify(db, 'live.next', { kind, id, number } satisfies Next)

/** A notice holds so many ids. */
const IDS_A_NOTICE = 100

/** The same of some that were said before and read otherwise now. */
export async function announceRevised(
  db: Db,
  kind: string,
  id: string,
  ids: readonly string[],
): Promise<void> {
  for (let start = 0; start < ids.length; start += IDS_A_NOTICE) {
    await notify(db, 'live.revised', {
      kind,
      id,
      ids: ids.slice(start, start + IDS_A_NOTICE),
    } satisfies Revised)
  }
}

/** A page on its way in, and what was told meanwhile. */
type Coming = { page: Page; heard: Entry[] }

/** One room of this process: what its pages were told so far, and what is still to be read. */
type Stream = {
  kind: StreamKind
  id: string
  room: string
  /** All up to this number was told; undefined until it is known where to begin. */
  told: number | undefined
  /** The highest number there is, as far as notices said. */
  noticed: number
  revised: Set<string>
  coming: Set<Coming>
  /** Pages that came with a number that the room has not been told yet. */
  ahead: Map<string, number>
  reading: boolean
}

const A_TIME = 200
const TRY_AGAIN_MS = 250

/**
 * Tells the pages in each room what is said there, in order and each once: a notice only says that there is something,
 * and what it is comes from the database, from the number on up to which was told. So neither the order of notices nor
 * which process wrote matters.
 */
export function createStreams(hall: Hall, rooms: Rooms, kinds: StreamKinds, notices: Notices, log: Log) {
  const streams = new Map<string, Stream>()

  const streamOf = (name: string, id: string): Stream => {
    const kind = kinds[name]
    if (kind === undefined) throw new Error(`no page can join a ${name}`)
    const room = roomOf(name, id)
    const none = { told: undefined, noticed: 0, revised: new Set<string>(), coming: new Set<Coming>() }
    const stream = streams.get(room) ?? { kind, id, room, ...none, ahead: new Map(), reading: false }
    streams.set(room, stream)
    return stream
  }
  const tidy = (stream: Stream) => {
    if (stream.coming.size === 0 && !stream.reading && !hall.has(stream.room)) streams.delete(stream.room)
  }

  function tell(stream: Stream, entry: Entry): void {
    const { room, ahead, coming } = stream
    const except = entry.except.map(personal).filter(hall.has)
    const known = [...ahead].flatMap(([page, number]) => (number >= entry.number ? page : []))
    const { own } = entry
    hall.tell(room, entry.said, [...except, ...known, ...(own === undefined ? [] : [personal(own.person)])])
    for (const page of own === undefined ? [] : hall.pagesIn(personal(own.person))) {
      if (page.watched.has(room) && !known.includes(page.id)) page.say(own?.said ?? entry.said)
    }
    for (const { page, heard } of coming) if (!entry.except.includes(page.actor.id)) heard.push(entry)
  }

  async function read(stream: Stream, told: number): Promise<void> {
    const { kind, id, revised, noticed } = stream
    const changed = [...revised].slice(0, A_TIME)
    const entries = await kind.since(id, told, changed, A_TIME)
    await rooms.settled(stream.room)
    for (const one of changed) revised.delete(one)
    for (const entry of entries) tell(stream, entry)
    const fresh = entries.filter((entry) => !entry.revised)
    const upTo = fresh.length < A_TIME ? noticed : 0
    stream.told = Math.max(told, upTo, fresh.at(-1)?.number ?? 0)
    for (const [page, number] of stream.ahead) if (number <= stream.told) stream.ahead.delete(page)
  }

  async function advance(stream: Stream): Promise<void> {
    if (stream.reading) return
    stream.reading = true
    try {
      while (stream.told !== undefined && (stream.noticed > stream.told || stream.revised.size > 0)) {
        await read(stream, stream.told)
      }
    } catch (error) {
      log.warn({ err: error }, 'what was said could not be read; trying again')
      setTimeout(() => advance(stream), TRY_AGAIN_MS).unref()
    } finally {
      stream.reading = false
    }
    tidy(stream)
  }

  notices.on<Next>('live.next', ({ kind, id, number }) => {
    const stream = streams.get(roomOf(kind, id))
    if (stream === undefined) return
    stream.noticed = Math.max(stream.noticed, number)
    void advance(stream)
  })
  notices.on<Revised>('live.revised', ({ kind, id, ids }) => {
    const stream = streams.get(roomOf(kind, id))
    if (stream === undefined) return
    for (const one of ids) stream.revised.add(one)
    void advance(stream)
  })

  async function open(stream: Stream, page: Page, after: number | undefined): Promise<Opening | Refusal> {
    const last = stream.told ?? (await stream.kind.last(stream.id))
    stream.told ??= last
    return rooms.whileUnchanged(() => stream.kind.open(page.actor, stream.id, after))
  }

  /** Lets go of a page that does not come in. */
  function stay(stream: Stream, coming: Coming): void {
    stream.coming.delete(coming)
    tidy(stream)
  }

  function enter(stream: Stream, coming: Coming, { last, said, follows }: Opening): void {
    const { page, heard } = coming
    stay(stream, coming)
    if (!page.isOpen()) return
    streams.set(stream.room, stream)
    page.say(said)
    for (const entry of heard) {
      if (entry.revised || entry.number > last)
        page.say(entry.own?.person === page.actor.id ? entry.own.said : entry.said)
    }
    rooms.enter(page, stream.room, follows && roomOf(follows.kind, follows.id))
    if (last > (stream.told ?? 0)) stream.ahead.set(page.id, last)
    void advance(stream)
  }

  return {
    /**
     * Has a page join. What it is told first is read while the room goes on, so `enter`, which is called once the page
     * knows that it may, adds what came in between.
     */
    async join(
      page: Page,
      name: string,
      id: string,
      after?: number,
    ): Promise<Refusal | { last: number; enter: () => void }> {
      const stream = streamOf(name, id)
      if (rooms.isFull(page, stream.room)) return refuse('too_many_watched')
      // joining again begins anew
      rooms.quit(page, stream.room)
      const coming: Coming = { page, heard: [] }
      stream.coming.add(coming)
      const opening = await open(stream, page, after).catch((error: unknown) => {
        stay(stream, coming)
        throw error
      })
      if (!isRefusal(opening)) return { last: opening.last, enter: () => enter(stream, coming, opening) }
      stay(stream, coming)
      return opening
    },
    /** A page has left a room: nobody may be there any more. */
    left(page: Page, room: string): void {
      const stream = streams.get(room)
      if (stream === undefined) return
      stream.ahead.delete(page.id)
      tidy(stream)
    },
  }
}
