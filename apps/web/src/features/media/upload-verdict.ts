import { type ApiCode, ApiProblem, sayProblem } from '@/lib/problem'

/** What becomes of a file whose try failed: it waits and is tried again by itself, or it has failed. */
export type Verdict = { state: 'waiting' | 'failed'; reason: string; hopeless?: boolean; waitMs?: number }

const MOST_TRIES = 4
const FIRST_WAIT_MS = 2000

/** The file itself, or its place, is at fault: the same try ends the same way. */
const HOPELESS = new Set<ApiCode>([
  'file_corrupt',
  'file_empty',
  'not_found',
  'payload_too_large',
  'too_many_pixels',
  'unsupported_format',
])

/** Judges a failed try, the `count`-th. */
export function judge(error: unknown, count: number): Verdict {
  if (error instanceof DOMException) {
    return { state: 'failed', reason: 'This file cannot be read. Choose it again.', hopeless: true }
  }
  if (!(error instanceof ApiProblem)) return { state: 'failed', reason: sayProblem(error) }
  if (error.code === 'offline') return { state: 'waiting', reason: 'Waits for the network' }
  if (error.code === 'rate_limited') {
    return { state: 'waiting', reason: 'Waits its turn', waitMs: (error.retryAfter ?? 5) * 1000 }
  }
  if (isPassing(error) && count < MOST_TRIES) {
    return { state: 'waiting', reason: 'Tries again soon', waitMs: FIRST_WAIT_MS * 2 ** (count - 1) }
  }
  return { state: 'failed', reason: error.message, hopeless: HOPELESS.has(error.code) }
}

const isPassing = ({ code, status }: ApiProblem): boolean =>
  code === 'unreachable' || (status >= 500 && code !== 'storage_full')
