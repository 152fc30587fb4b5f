/** How far back is looked: long enough to be calm, short enough to be true. */
const WINDOW_MS = 12_000
/** Nothing is said before this much has been seen. */
const LEAST_MS = 2000

type Sample = { at: number; bytes: number }

/** Measures how fast bytes leave, over the last twelve seconds. */
export class SpeedMeter {
  #samples: Sample[] = []
  #total = 0

  /** `bytes` more have left at `at` (ms). */
  add(at: number, bytes: number): void {
    this.#total += bytes
    this.#samples.push({ at, bytes: this.#total })
    const oldest = this.#samples.findIndex((sample) => sample.at >= at - WINDOW_MS)
    // one older sample stays, so that the window is full rather than nearly so
    if (oldest > 1) this.#samples.splice(0, oldest - 1)
  }

  /** Bytes a second, undefined while it cannot be told. */
  read(at: number): number | undefined {
    const first = this.#samples[0]
    if (first === undefined || at - first.at < LEAST_MS) return undefined
    const speed = ((this.#total - first.bytes) * 1000) / (at - first.at)
    return at - (this.#samples.at(-1)?.at ?? 0) > WINDOW_MS || speed <= 0 ? undefined : speed
  }

  /** Begins anew, after a pause. */
  reset(): void {
    this.#samples = []
  }
}

/** "less than a minute left", "3 minutes left", "about 2 hours left". */
export function sayLeft(seconds: number): string {
  if (seconds < 60) return 'less than a minute left'
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`
  const hours = Math.round(minutes / 60)
  return `about ${hours} ${hours === 1 ? 'hour' : 'hours'} left`
}
