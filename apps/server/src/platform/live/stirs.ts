import type { Db } from '../db/connect.ts'
import { type Notices, notify } from '../db/notices.ts'
import type { Log } from '../log/log.ts'
import { type Hall, personal } from './hall.ts'
import { createPace } from './pace.ts'
import type { Said } from './page.ts'
import { roomOf } from './rooms.ts'

/** Who is told, on all her pages, that something goes on which she has not open. */
export type Stirred = { person: string; said: Said }

/** Of which people something can be said. */
export type Around = {
  /** She has some page open here. */
  isHere: (person: string) => boolean
  /** She has the room itself open here. */
  isInside: (person: string) => boolean
}

/** What people are told of a thing when there is news, or with `only`, when this person herself did something with it. */
export type StirKinds = Record<string, (id: string, around: Around, only?: string) => Promise<Stirred[]>>

type Stir = { kind: string; id: string; person: string }

/** Has somebody's pages told how a thing stands for her, once the transaction commits. */
export const announceStir = (db: Db, kind: string, id: string, person: string): Promise<void> =>
  notify(db, 'live.stir', { kind, id, person } satisfies Stir)

const GATHER_MS = 1000

/** Tells people of what goes on in rooms that are not open on their pages; at once, then once a second. */
export function createStirs(hall: Hall, kinds: StirKinds, notices: Notices, log: Log): void {
  const stir = async (kind: string, id: string, only?: string): Promise<void> => {
    const room = roomOf(kind, id)
    const isHere = (person: string) => hall.has(personal(person))
    const isInside = (person: string) => hall.pagesIn(personal(person)).some((page) => page.watched.has(room))
    try {
      const told = (await kinds[kind]?.(id, { isHere, isInside }, only)) ?? []
      for (const { person, said } of told) hall.tell(personal(person), said)
    } catch (error) {
      log.warn({ err: error }, 'people could not be told of news')
    }
  }
  const pace = createPace(GATHER_MS, (key) => {
    const [kind = '', id = ''] = key.split(':', 2)
    void stir(kind, id)
  })
  notices.on<Stir>('live.stir', ({ kind, id, person }) => {
    if (hall.has(personal(person))) void stir(kind, id, person)
  })
  notices.on<{ kind: string; id: string }>('live.next', ({ kind, id }) => {
    if (kind in kinds) pace(roomOf(kind, id), 'news')
  })
}
