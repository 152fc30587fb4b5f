import { type Key, type Mode, TONICS, type Tonic } from '../analysis.ts'

/** Temperley, "Music and Probability", 2007: how well each degree fits, from the tonic up. */
const PROFILES: Record<Mode, readonly number[]> = {
  major: [0.748, 0.06, 0.488, 0.082, 0.67, 0.46, 0.096, 0.715, 0.104, 0.366, 0.057, 0.4],
  minor: [0.712, 0.084, 0.474, 0.618, 0.049, 0.46, 0.105, 0.747, 0.404, 0.067, 0.133, 0.33],
}
const MODES = ['major', 'minor'] as const
const SHARPNESS = 12

/** The key whose profile the strengths of the twelve pitch classes follow most closely. */
export function keyOf(classes: readonly number[], tuning: number): Key {
  const candidates = TONICS.flatMap((tonic, root) =>
    MODES.map((mode) => ({ tonic, mode, fit: correlation(rotated(classes, root), PROFILES[mode]) })),
  ).sort((a, b) => b.fit - a.fit)
  const best = candidates[0]!.fit
  const weights = candidates.map(({ fit }) => Math.exp(SHARPNESS * (fit - best)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const ranked = candidates.map(({ tonic, mode }, i): { tonic: Tonic; mode: Mode; confidence: number } => ({
    tonic,
    mode,
    confidence: weights[i]! / total,
  }))
  return { ...ranked[0]!, alternatives: ranked.slice(1, 4), tuning }
}

const rotated = (classes: readonly number[], root: number) =>
  classes.map((_, degree) => classes[(degree + root) % 12] as number)

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [both, squaresA, squaresB] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]! - meanA, b[i]! - meanB]
    both += x * y
    squaresA += x * x
    squaresB += y * y
  }
  return squaresA > 0 && squaresB > 0 ? both / Math.sqrt(squaresA * squaresB) : 0
}
