import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../db/connect.ts'
import type { Log } from '../log/log.ts'
import type { Reply, Silence } from './exchange.ts'
import { isOutage, retryAfterOf } from './patience.ts'
import { createProvider, type Request } from './provider.ts'
import { giveBack, takeTurn } from './turns.ts'

export type LineOptions = {
  db: Db
  log: Log
  timeoutMs: number
  /** Its name among the turns; addresses of one provider may share it. */
  name: string
  url: string
  everyMs: number
  mostADay: number | null
  /** Tries in all, each of which counts. */
  tries: number
  /** Whether this says that it was too much. */
  isTooMuch: (reply: Reply) => boolean
}

export type Line = {
  /** Asks when it is one's turn; `spent` where none is left, `late` where it does not come in so many milliseconds. */
  ask(request: Request, withinMs: number): Promise<Reply | Silence | 'spent' | 'late'>
  isClosed(): boolean
  /** Sends away whoever stands in line, and lets what is under way end. */
  close(): Promise<void>
}

/** Pages of them are a tenth of it; of brackets alone it is read in a sixth of a second. */
const MOST_BYTES = 1_048_576
/** After trouble of theirs it is asked again within this (ms). */
const JITTER_MS = 250
/** After "too much" it is asked again when it would have been its turn for the fourth time: 2 s at two a second. */
const TURNS_OF_REST = 4

/** A server elsewhere that all processes ask in turn. */
export function createLine(options: LineOptions): Line {
  const { db, name, everyMs, mostADay, tries, isTooMuch } = options
  const provider = createProvider({ ...options, mostBytes: MOST_BYTES, pace: null, repeats: false })
  const closing = new AbortController()
  /** False where closing ended the wait. */
  const wait = (ms: number) => sleep(ms, true, { signal: closing.signal }).catch(() => false)

  async function askOnce(request: Request, withinMs: number) {
    const turn = await takeTurn(db, name, { everyMs, mostADay, withinMs })
    if (typeof turn === 'string') return turn
    const answer = (await wait(turn)) ? await provider.send(request) : 'late'
    // it is left alone for a while, or closed: nobody was asked
    if (answer === 'late' || (!answer.ok && answer.reason === 'paused')) await giveBack(db, name)
    return answer
  }

  /** Milliseconds until it is asked again; null where this is the last word. */
  function waitAfter(answer: Reply | Silence): number | null {
    const rest = TURNS_OF_REST * everyMs
    if (answer.ok && isTooMuch(answer)) return retryAfterOf(answer.headers, Date.now()) === null ? rest : null
    const isWorthIt = answer.ok ? isOutage(answer) : ['unreachable', 'cut_off'].includes(answer.reason)
    return isWorthIt ? Math.random() * Math.min(JITTER_MS, rest) : null
  }

  return {
    async ask(request, withinMs) {
      for (let tried = 1; ; tried++) {
        const answer = await askOnce(request, withinMs)
        const pause = typeof answer === 'string' || tried >= tries ? null : waitAfter(answer)
        if (pause === null || !(await wait(pause))) return answer
      }
    },
    isClosed: () => closing.signal.aborted,
    async close() {
      closing.abort()
      await provider.close()
    },
  }
}
