/** Three a second, so that there is room for the last word within four. */
const GAP_MS = 350

export type Progress = {
  /** The way has been made so far; less than before, or too soon after it, is not told. */
  reach(share: number): void
  /** A stretch of the way as one of its own: from 0 to 1. */
  part(from: number, to: number): (share: number) => void
  /** Once what was told has gone out. */
  settled(): Promise<unknown>
}

/** Follows some work, and tells by `tell` how far it is, from 0 to 1, as often as somebody may be told. */
export function followProgress(tell: (share: number) => Promise<unknown>): Progress {
  let reached = 0
  let toldAt = 0
  let telling: Promise<unknown> = Promise.resolve()
  const reach = (share: number) => {
    const now = performance.now()
    if (share <= reached || now - toldAt < GAP_MS) return
    reached = share
    toldAt = now
    // nobody's work fails because somebody could not be told
    telling = telling.then(() => tell(share)).catch(() => {})
  }
  return {
    reach,
    part: (from, to) => (share) => reach(from + (to - from) * Math.min(1, Math.max(0, share))),
    settled: () => telling,
  }
}
