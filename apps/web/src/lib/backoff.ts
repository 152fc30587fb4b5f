const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000

/** How long to wait after the `count`-th failed try (ms): doubles up to a minute; half of it is left to `chance` (0–1). */
export function waitFor(count: number, chance: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(count, 10))
  return full / 2 + (full / 2) * chance
}
