import { hasArrived, isPending, isUnderWay, type Upload } from './upload-item'

/** So many send at once; on a weak network more only means that everything arrives later. */
const SEND_AT_ONCE = 3
/** With those that only wait for the server's word; a browser has six connections, and pictures want one, too. */
const AT_ONCE = 5
/** From this size on (bytes) one has the line for itself among its like: 32 MB. */
const LARGE = 32 * 1_048_576

const isLarge = ({ size }: Upload): boolean => size > LARGE

/**
 * Which uploads begin now: three send at once, of which one is large, so that a photo need not wait for an hour behind a
 * video. `rests` names those that wait before another try.
 */
export function startable(uploads: readonly Upload[], rests: (key: string) => boolean): Upload[] {
  const running = uploads.filter(isUnderWay)
  const sending = running.filter(({ state }) => state !== 'finishing')
  let free = Math.min(SEND_AT_ONCE - sending.length, AT_ONCE - running.length)
  let largeRuns = sending.some(isLarge)
  const chosen: Upload[] = []
  for (const upload of uploads) {
    if (free <= 0) break
    if (upload.state !== 'waiting' || rests(upload.key) || (largeRuns && isLarge(upload))) continue
    largeRuns ||= isLarge(upload)
    free -= 1
    chosen.push(upload)
  }
  return chosen
}

/** All uploads in numbers. Bytes are of what is wanted: failed ones do not count. */
export type Summary = {
  all: number
  arrived: number
  pending: number
  paused: number
  unread: number
  preparing: number
  failed: number
  bytes: number
  sentBytes: number
}

export function summarise(uploads: readonly Upload[]): Summary {
  const sum: Summary = {
    all: uploads.length,
    arrived: 0,
    pending: 0,
    paused: 0,
    unread: 0,
    preparing: 0,
    failed: 0,
    bytes: 0,
    sentBytes: 0,
  }
  for (const upload of uploads) {
    if (upload.state === 'failed') {
      sum.failed += 1
      continue
    }
    sum.bytes += upload.size
    sum.sentBytes += hasArrived(upload) ? upload.size : upload.sent
    if (hasArrived(upload)) sum.arrived += 1
    if (isPending(upload)) sum.pending += 1
    if (upload.state === 'paused') sum.paused += 1
    if (upload.state === 'unread') sum.unread += 1
    if (upload.state === 'preparing') sum.preparing += 1
  }
  return sum
}

const RANKS = {
  sending: 0,
  hashing: 0,
  finishing: 0,
  unread: 1,
  waiting: 2,
  paused: 2,
  preparing: 3,
  failed: 4,
  done: 5,
} as const

/** As they are listed: what moves first, what failed last; each part in the order of the line. Those that are done fold away. */
export const inOrder = (uploads: readonly Upload[]): Upload[] =>
  uploads
    .filter(({ state }) => state !== 'done')
    .toSorted((one, other) => RANKS[one.state] - RANKS[other.state] || one.order - other.order)

/** Bytes that pending uploads will still ask the server for: those that have begun are counted there already. */
export const bytesToCome = (uploads: readonly Upload[]): number =>
  uploads
    .filter((upload) => isPending(upload) && upload.address === undefined)
    .reduce((sum, { size }) => sum + size, 0)
