import type { Segment } from '../analysis.ts'

export const KINDS = ['music', 'speech', 'applause', 'silence'] as const satisfies Segment['kind'][]

/** How likely each of KINDS is in each step, the four of a step one after the other; they add up to 1. */
export type Likelihoods = Float32Array

/** Shares that add up to 1, none of them impossible. */
export function shared(likelihoods: Likelihoods, at: number, odds: readonly number[], least = 0.02): void {
  const sum = odds.reduce((all, one) => all + Math.max(0, one) + least, 0)
  odds.forEach((one, kind) => {
    likelihoods[at * KINDS.length + kind] = (Math.max(0, one) + least) / sum
  })
}
