import { waitFor } from '@/lib/backoff'
import { type ApiCode, ApiProblem, sayProblem } from '@/lib/problem'

/** What becomes of an upload whose try failed. */
export type Verdict =
  | { state: 'waiting'; reason: string; waitMs?: number }
  | { state: 'failed'; reason: string; hopeless?: boolean; full?: boolean }
  /** The bytes cannot be read any more. */
  | { state: 'unread'; reason: string }

/** Faults of a server that answers are worth some tries; a silent one may only be out of reach, for however long. */
const MOST_FAULTS = 6

/** The file itself, or its place, is at fault: the same try ends the same way. */
const HOPELESS = new Set<ApiCode>([
  'file_corrupt',
  'file_empty',
  'not_found',
  'payload_too_large',
  'too_many_pixels',
  'unsupported_format',
  'validation_failed',
])

/** Where the upload stands is known wrongly; asking again tells. */
const ASK_AGAIN = new Set<ApiCode>(['offset_mismatch', 'upload_ended'])
const TURN_MS = 2000

/** Judges a failed try, the `count`-th since bytes moved. `chance` (0–1) spreads the tries of many. */
export function judge(error: unknown, count: number, chance: number): Verdict {
  if (error instanceof DOMException) {
    return { state: 'unread', reason: 'Its bytes cannot be read any more. Choose it again.' }
  }
  if (!(error instanceof ApiProblem)) return { state: 'failed', reason: sayProblem(error) }
  const { code, status, retryAfter, message } = error
  const asked = retryAfter === undefined ? undefined : retryAfter * 1000 + chance * TURN_MS
  if (code === 'offline') return { state: 'waiting', reason: 'Waits for the network' }
  if (code === 'unauthenticated') return { state: 'waiting', reason: 'Waits until you sign in again' }
  if (code === 'unreachable') {
    return { state: 'waiting', reason: 'Waits for the server', waitMs: waitFor(count, chance) }
  }
  if (code === 'upload_busy' || status === 429 || (status === 503 && asked !== undefined)) {
    return { state: 'waiting', reason: 'Waits its turn', waitMs: asked ?? TURN_MS * (1 + chance) }
  }
  if (count < MOST_FAULTS && (ASK_AGAIN.has(code) || (status >= 500 && code !== 'storage_full'))) {
    return { state: 'waiting', reason: 'Tries again soon', waitMs: waitFor(count, chance) }
  }
  return {
    state: 'failed',
    reason: message,
    hopeless: HOPELESS.has(code),
    full: code === 'quota_exceeded',
  }
}
