import type { Db } from '../db/connect.ts'
import type { Log } from '../log/log.ts'
import type { Reply, Silence } from './exchange.ts'
import { noteAnswer, noteFailure } from './turns.ts'

const REASONS: Record<Silence['reason'], string> = {
  unreachable: 'cannot be reached',
  timeout: 'no answer in time',
  cut_off: 'an answer that was cut off',
  too_large: 'an answer that was too large',
  paused: 'left alone for a while',
}

/** What operators read about an answer that is none. */
export const faultOf = (answer: Reply | Silence): string =>
  answer.ok ? `answered ${answer.status}` : REASONS[answer.reason]

/** How often the same is written down (ms). */
const EVERY_MS = 30_000

/**
 * Notes in passing how it goes with a provider that takes no turns: trouble of its own, and answers of any kind. Whoever
 * asked does not wait for it.
 */
export function noting(db: Db, log: Log, provider: string): (answer: Reply | Silence) => void {
  let last = { fault: '', at: 0 }
  return (answer) => {
    const fault = answer.ok && answer.status < 500 ? null : faultOf(answer)
    const now = Date.now()
    if (last.fault === (fault ?? 'none') && now - last.at < EVERY_MS) return
    last = { fault: fault ?? 'none', at: now }
    const noted = fault === null ? noteAnswer(db, provider) : noteFailure(db, provider, fault)
    noted.catch((error: unknown) => log.warn({ err: error, provider }, 'how it went was not noted'))
  }
}
