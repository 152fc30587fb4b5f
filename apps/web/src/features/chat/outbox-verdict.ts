import { waitFor } from '@/lib/backoff'
import { ApiProblem, sayProblem } from '@/lib/problem'

/** What becomes of a message whose try failed: it waits, for so long or until it is woken, or is the person's to decide. */
export type Verdict = { waits: true; forMs?: number } | { waits: false; problem: string }

/** Faults of a server that answers are worth some tries; a silent one may only be out of reach, for however long. */
const MOST_FAULTS = 6
const TURN_MS = 2000

/** Judges the `count`-th failed try. `chance` (0–1) spreads the tries of many. */
export function judge(error: unknown, count: number, chance: number): Verdict {
  if (!(error instanceof ApiProblem)) return { waits: false, problem: sayProblem(error) }
  const { code, status, retryAfter } = error
  if (code === 'offline' || code === 'unauthenticated') return { waits: true }
  if (status === 429 || retryAfter !== undefined) {
    return { waits: true, forMs: (retryAfter ?? 2) * 1000 + chance * TURN_MS }
  }
  if (code === 'unreachable' || (status >= 500 && count < MOST_FAULTS)) {
    return { waits: true, forMs: waitFor(count, chance) }
  }
  return { waits: false, problem: code === 'not_found' ? 'It can no longer be sent there.' : error.message }
}
