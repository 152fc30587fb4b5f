import type { Reply, Silence } from './exchange.ts'

const TRIES = 3
const FIRST_MS = 250
const MOST_MS = 4_000
/** What a provider may ask us to wait (s); whoever asks for longer has it told on. */
const MOST_RETRY_AFTER = 60
/** What somebody who looks at a page waits between two tries (s). */
const PAGE_RETRY_AFTER = 3

/** Seconds a provider asks to wait: a number, or a date (RFC 9110, 10.2.3); null where it says nothing of use. */
export function retryAfterOf(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000))
}

/** True for what says that the provider itself is in trouble, and not our question. */
export const isOutage = (answer: Reply | Silence): boolean =>
  answer.ok ? answer.status >= 500 : answer.reason !== 'too_large'

export type Waiting = {
  /** Tries there were before this one. */
  tried: number
  /** Nobody looks on, so that waiting for long does no harm. */
  patient: boolean
  /** Between 0 and 1; full jitter spreads those who were refused together. */
  random: number
  now: number
}

/** Milliseconds until the question is asked again; null where this answer is the last word. */
export function waitBefore(answer: Reply | Silence, waiting: Waiting): number | null {
  const { tried, patient, random, now } = waiting
  if (tried >= TRIES) return null
  const asked = answer.ok ? retryAfterOf(answer.headers, now) : null
  if (!isOutage(answer) && !(answer.ok && answer.status === 429)) return null
  // somebody waited long enough for the first
  if (!answer.ok && answer.reason === 'timeout' && !patient) return null
  if (asked !== null) return asked <= (patient ? MOST_RETRY_AFTER : PAGE_RETRY_AFTER) ? asked * 1000 : null
  return Math.round(random * Math.min(MOST_MS, FIRST_MS * 2 ** tried))
}
