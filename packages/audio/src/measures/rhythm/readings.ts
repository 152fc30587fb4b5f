import type { Evidence } from './evidence.ts'
import { METERS, type Meter } from './meters.ts'
import { BIASES, WEIGHTS } from './weights.ts'

/** A speed of the beat, how likely it is the one people tap, and the time signatures' share in that. */
export type Reading = { bpm: number; probability: number; meters: Record<Meter, number> }

/** The middle of the speeds people tap. */
const MIDDLE = 110

/**
 * Speed and time signature are judged together, as a waltz's bar of three is what tells its beat from the half and from the
 * bar: each pair of candidate and signature has a score linear in the evidence and in the distance from 110 a minute, and
 * the scores become probabilities that sum to one (multinomial logistic). Likeliest speed first.
 */
export function readTempo(evidence: Evidence, candidates: readonly number[]): Reading[] {
  const scores = candidates.map((bpm) => {
    const values = evidence.of(60 / bpm)
    const octaves = Math.log2(bpm / MIDDLE)
    const inputs = [...values, octaves, octaves * octaves, Math.abs(octaves)]
    return METERS.map((meter) =>
      inputs.reduce((sum, value, i) => sum + value * (WEIGHTS[meter][i] as number), BIASES[meter]),
    )
  })
  const highest = Math.max(...scores.flat())
  const shares = scores.map((row) => row.map((score) => Math.exp(score - highest)))
  const total = shares.flat().reduce((sum, share) => sum + share, 0)
  return candidates
    .map((bpm, i) => {
      const row = (shares[i] as number[]).map((share) => share / total)
      const meters = Object.fromEntries(METERS.map((meter, k) => [meter, row[k]])) as Record<Meter, number>
      return { bpm, probability: row.reduce((sum, share) => sum + share, 0), meters }
    })
    .sort((a, b) => b.probability - a.probability)
}
