/** Chance that can be repeated: the same seed gives the same numbers on every machine. */
export type Random = {
  /** At least `min`, below `max`. */
  between(min: number, max: number): number
  /** A whole number, both ends included. */
  whole(min: number, max: number): number
  /** True in `share` of all cases, 0 to 1. */
  chance(share: number): boolean
  /** Around `mean`, nearly always within three times `spread`. */
  around(mean: number, spread: number): number
  pick<T>(from: readonly T[]): T
  shuffled<T>(from: readonly T[]): T[]
  /** A source of its own for a named part, so that a change in one part leaves the others as they were. */
  fork(name: string): Random
}

/** A random source from a seed of any text. */
export function createRandom(seed: string): Random {
  const next = mulberry32(hash(seed))
  const between = (min: number, max: number) => min + next() * (max - min)
  const whole = (min: number, max: number) => Math.floor(between(min, max + 1))
  return {
    between,
    whole,
    chance: (share) => next() < share,
    around: (mean, spread) => mean + (next() + next() + next() + next() - 2) * spread * Math.sqrt(3),
    pick: (from) => from[whole(0, from.length - 1)]!,
    shuffled: (from) => {
      const all = [...from]
      for (let i = all.length - 1; i > 0; i--) {
        const j = whole(0, i)
        const held = all[i]!
        all[i] = all[j]!
        all[j] = held
      }
      return all
    },
    fork: (name) => createRandom(`${seed}/${name}`),
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193)
  return value >>> 0
}

/** Tommy Ettinger's mulberry32: 32 bits of state are plenty for a stage set. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
