import type { Estimate } from '../analysis.ts'
import { logistic } from '../tags/calibration.ts'

/** Something an estimate leans on: what was read, as people would say it, and what it counts for. */
export type Leaning = { label: string; reading: number; part: number }

/** What is said where there is nothing to judge. */
export const unheard = (value: number, source: Estimate['source']): Estimate => ({
  value,
  confidence: 0,
  source,
  evidence: [],
})

const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0)
const product = (parts: readonly number[]): number => parts.reduce((all, part) => all * part, 1)

/** The logistic function of the sum of the parts, in log odds: 0 says nothing either way. */
export const ofOdds = (
  source: Estimate['source'],
  confidence: number,
  leanings: readonly Leaning[],
): Estimate => weighed(source, confidence, leanings, (parts) => logistic(sum(parts)), 0)

/** The geometric mean of the parts, 0 to 1: all of them are needed. */
export const ofShares = (
  source: Estimate['source'],
  confidence: number,
  leanings: readonly Leaning[],
): Estimate =>
  weighed(source, confidence, leanings, (parts) => product(parts) ** (1 / Math.max(1, parts.length)), 0.5)

/** The weight of each is by how much the value would be other if that part said nothing. */
function weighed(
  source: Estimate['source'],
  confidence: number,
  leanings: readonly Leaning[],
  combine: (parts: readonly number[]) => number,
  neutral: number,
): Estimate {
  const parts = leanings.map(({ part }) => part)
  const value = clamp(combine(parts))
  const evidence = leanings.map(({ label, reading }, index) => ({
    label,
    reading: rounded(reading),
    weight: rounded(value - combine(parts.with(index, neutral))),
  }))
  return { value: rounded(value), confidence: rounded(clamp(confidence)), source, evidence }
}

export const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** More digits than these are not meant. */
export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4
