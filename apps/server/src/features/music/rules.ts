import { MOODS, type Mood, placeOf, type Rule } from '@sharemyshows/mood/moods'

export type Rules = Record<Mood, Rule>

/** What fits a mood, as SQL takes it; nulls where all does. */
export const boundsOf = (rule: Rule | null): (number | null)[] =>
  rule === null ? [null, null, null, null, null, null] : [...rule.valence, ...rule.energy, ...rule.tempo]

/** The bounds of all moods, in their order: each bound is a list. */
export const boundsOfAll = (rules: Rules): number[][] => {
  const all = MOODS.map((mood) => boundsOf(rules[mood]) as number[])
  return [0, 1, 2, 3, 4, 5].map((bound) => all.map((bounds) => bounds[bound] as number))
}

/** SQL: true for an entry (alias `e`) that fits bounds; where nobody knows its tempo, that fits. */
export const fits = ([v0, v1, e0, e1, t0, t1]: readonly string[]): string =>
  `(e.place <@ box(point(${v0}, ${e0}), point(${v1}, ${e1})) and coalesce(e.tempo between ${t0} and ${t1}, true))`

type Point = { valence: number; energy: number }
const clamp = (value: number) => Math.min(1, Math.max(0, value))

/** A number from 0 to 1 for each seed and turn (van der Corput's, moved on by the seed), so that turns spread evenly. */
function spread(seed: number, turn: number, base: number): number {
  let [left, weight, sum] = [turn + 1, 1 / base, 0]
  for (; left > 0; left = Math.floor(left / base), weight /= base) sum += (left % base) * weight
  return (sum + seed * 0.6180339887) % 1
}

/** How far round a place in the field it is looked, where no rule says what fits. */
const ROUND = 0.06

/**
 * Where to look for tracks: the place itself, and others round it within what fits, which move with the seed, so that
 * of a library with thousands in one spot not always the same are found.
 */
export function probesOf(place: Point, rule: Rule | null, seed: number, count: number): Point[] {
  const [width, height] =
    rule === null
      ? [2 * ROUND, 2 * ROUND]
      : [rule.valence[1] - rule.valence[0], rule.energy[1] - rule.energy[0]]
  const middle = rule === null ? place : placeOf(rule)
  const others = Array.from({ length: count - 1 }, (_, turn) => ({
    valence: clamp(middle.valence + (spread(seed, turn, 2) - 0.5) * width),
    energy: clamp(middle.energy + (spread(seed, turn, 3) - 0.5) * height),
  }))
  return [place, ...others]
}
