/** A pause longer than this (ms) begins a new count. */
const PAUSE = 2500
/** The last so many taps are counted. */
const KEPT = 12
/** Within this share two tempos are the same to whoever taps. */
const SAME = 0.05

/** Taps with one more, without what lies before a pause. */
export function withTap(taps: readonly number[], now: number): number[] {
  const last = taps.at(-1)
  return last === undefined || now - last > PAUSE ? [now] : [...taps, now].slice(-KEPT)
}

/** Beats a minute of taps (ms), once there are three: by the median of their distances, which one slip does not move. */
export function tempoOf(taps: readonly number[]): number | undefined {
  const gaps = taps.slice(1).map((tap, at) => tap - (taps[at] ?? tap))
  if (gaps.length < 2) return undefined
  const sorted = gaps.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2
  return median > 0 ? 60_000 / median : undefined
}

/** What a tapped tempo is beside the found one. */
export function sayTapped(tapped: number, bpm: number | null): string {
  const said = `You tap ${Math.round(tapped)}`
  if (bpm === null) return `${said}.`
  const times = tapped / bpm
  const near = (one: number) => Math.abs(times / one - 1) <= SAME
  if (near(1)) return `${said}: the same.`
  if (near(2)) return `${said}: twice as fast.`
  if (near(0.5)) return `${said}: half as fast.`
  return `${said}: ${times > 1 ? 'faster' : 'slower'} than what was found.`
}
