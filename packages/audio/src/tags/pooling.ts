import type { ClassName } from './classes.ts'
import type { Hearing } from './hearing.ts'

/** Scores nearer to 0 or 1 than this say no more than this. */
const LEAST = 1e-9

export const logOdds = (share: number): number => {
  const held = Math.min(1 - LEAST, Math.max(LEAST, share))
  return Math.log(held / (1 - held))
}

/** The highest of the scores of some classes, patch by patch. */
export function highest(hearing: Hearing, classes: readonly ClassName[]): Float32Array {
  const most = new Float32Array(hearing.length)
  for (const name of classes)
    hearing.of(name).forEach((score, patch) => {
      if (score > (most[patch] as number)) most[patch] = score
    })
  return most
}

/** Power mean of the scores: 1 weighs all patches alike, 2 leans on those where the class is clear. */
export function powerMean(scores: Float32Array, exponent: number): number {
  let sum = 0
  for (const score of scores) sum += score ** exponent
  return scores.length === 0 ? 0 : (sum / scores.length) ** (1 / exponent)
}

/** Highest mean of `length` patches in a row, or of all where there are fewer. */
export function bestStretch(scores: Float32Array, length: number): number {
  const width = Math.min(length, scores.length)
  let [sum, best] = [0, 0]
  scores.forEach((score, patch) => {
    sum += score - (patch >= width ? (scores[patch - width] as number) : 0)
    if (patch >= width - 1) best = Math.max(best, sum / width)
  })
  return best
}
