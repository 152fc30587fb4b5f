import type { Notices } from '../db/notices.ts'
import type { Log } from '../log/log.ts'
import { type Hall, personal } from './hall.ts'
import { createPace } from './pace.ts'
import type { Said } from './page.ts'
import { CROWD_TOPIC } from './presences.ts'

/** What is said when somebody comes or goes, and so many are there now. */
type Say = (move: 'came' | 'left', active: number) => Said

/** Somebody who is there, what is said of her, and those of the others who must not know. */
export type Present = { person: string; said: Say; hiddenFrom: readonly string[] }
/** Who is there: everybody, or with too many to name only how many, and what is said then. */
export type Crowd = { active: number; named: readonly Present[] | null; counted: Say }

/** How a room is told of those who come and go; one whose kind gives no crowd is told nothing. */
export type PresenceKind = (id: string) => Promise<Crowd | undefined>
export type PresenceKinds = Record<string, PresenceKind>

const GATHER_MS = 500

/** Tells the pages in each room who comes and who goes, at most twice a second a room. */
export function createCrowds(hall: Hall, kinds: PresenceKinds, notices: Notices, log: Log) {
  const known = new Map<string, Crowd>()

  /** Before anything is known, those who are here through other processes were there already. */
  const before = (room: string, { named, counted }: Crowd): Crowd => {
    const there = named?.filter(({ person }) => !isInside(person, room)) ?? null
    return known.get(room) ?? { active: there?.length ?? 0, named: there, counted }
  }
  const isInside = (person: string, room: string) =>
    hall.pagesIn(personal(person)).some((page) => page.watched.has(room))

  async function look(room: string): Promise<void> {
    const [kind = '', id = ''] = room.split(':', 2)
    if (!hall.has(room)) return void known.delete(room)
    const now = await kinds[kind]?.(id)
    if (now === undefined) return
    const was = before(room, now)
    known.set(room, now)
    if (was.named !== null && now.named !== null) tellNames(room, was.named, now.named, now.active)
    else if (was.active !== now.active) {
      hall.tell(room, now.counted(now.active > was.active ? 'came' : 'left', now.active))
    }
  }

  function tellNames(room: string, was: readonly Present[], now: readonly Present[], active: number): void {
    /** Whoever does not know of everybody counts fewer. */
    const unknown = new Map<string, number>()
    for (const { hiddenFrom } of now) {
      for (const person of hiddenFrom) unknown.set(person, (unknown.get(person) ?? 0) + 1)
    }
    const pass = (move: 'came' | 'left', { said, hiddenFrom }: Present) => {
      const apart = [...new Set([...unknown.keys(), ...hiddenFrom])]
      hall.tell(room, said(move, active), apart.map(personal))
      for (const person of apart.filter((one) => !hiddenFrom.includes(one))) {
        const fewer = said(move, active - (unknown.get(person) ?? 0))
        for (const page of hall.pagesIn(personal(person))) if (page.watched.has(room)) page.say(fewer)
      }
    }
    const there = new Set(was.map(({ person }) => person))
    const here = new Set(now.map(({ person }) => person))
    for (const one of now) if (!there.has(one.person)) pass('came', one)
    for (const one of was) if (!here.has(one.person)) pass('left', one)
  }

  const pace = createPace(GATHER_MS, (room) => {
    look(room).catch((error) => log.warn({ err: error }, 'a room could not be told who is present'))
  })
  notices.on<{ room: string }>(CROWD_TOPIC, ({ room }) => {
    if (hall.has(room)) pace(room, 'look')
  })

  return {
    /** A page has left a room: with the last one goes what is known of it. */
    left(room: string): void {
      if (!hall.has(room)) known.delete(room)
    },
  }
}
