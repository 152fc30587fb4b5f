import type { Db } from '../db/connect.ts'
import type { Notices } from '../db/notices.ts'
import type { Log } from '../log/log.ts'
import { createCrowds, type PresenceKinds } from './crowds.ts'
import { type Hall, personal } from './hall.ts'
import { createPace } from './pace.ts'
import type { Page } from './page.ts'
import { beat, deleteProcess, type Move, newProcess, writeMoves } from './presences.ts'

const BEAT_MS = 10_000
const GATHER_MS = 200

/**
 * Who has which room open, over all processes: each writes down who is in its rooms, some at a time, and says that it
 * lives. What a process that died has written counts no longer after a while.
 */
export function createPresence(db: Db, hall: Hall, kinds: PresenceKinds, notices: Notices, log: Log) {
  const crowds = createCrowds(hall, kinds, notices, log)
  const self = newProcess()
  const moved = new Set<string>()
  let beating: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  const isCounted = (room: string) => room.slice(0, room.indexOf(':')) in kinds
  const isInside = (person: string, room: string) =>
    hall.pagesIn(personal(person)).some((page) => page.watched.has(room))
  const everybody = () => {
    for (const page of hall.pages()) for (const room of page.watched) note(page.actor.id, room)
  }

  async function write(): Promise<void> {
    const keys = [...moved]
    moved.clear()
    const moves = keys.map((key): Move => {
      const [person = '', room = ''] = key.split(' ')
      return { person, room, inside: isInside(person, room) }
    })
    try {
      await writeMoves(db, self, moves)
    } catch (error) {
      // the next beat writes them again
      for (const key of keys) moved.add(key)
      log.warn({ err: error }, 'who is present could not be written')
    }
  }
  const flush = () => {
    writing = writing.then(write)
    return writing
  }
  const pace = createPace(GATHER_MS, () => void flush())

  function note(person: string, room: string): void {
    if (!isCounted(room)) return
    beating ??= setInterval(live, BEAT_MS).unref()
    moved.add(`${person} ${room}`)
    pace('', '')
  }
  async function live(): Promise<void> {
    // whoever was taken for dead begins anew
    const wasAlive = await beat(db, self).catch(() => true)
    if (!wasAlive) everybody()
    if (moved.size > 0) pace('', '')
  }

  return {
    entered: (page: Page, room: string): void => note(page.actor.id, room),
    left(page: Page, room: string): void {
      note(page.actor.id, room)
      crowds.left(room)
    },
    async stop(): Promise<void> {
      clearInterval(beating)
      if (beating === undefined) return
      await flush()
      await deleteProcess(db, self).catch(() => {})
    },
  }
}
