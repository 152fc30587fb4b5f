import type { Tempo } from '../analysis.ts'
import type { Novelty } from './novelty.ts'
import { autocorrelate } from './rhythm/periodicity.ts'

const [SLOWEST, FASTEST] = [40, 220]
/** Bars of up to four slow beats. */
const LONGEST = 6.5
const LEAST_CLARITY = 0.12

/** Beats a minute by the autocorrelation of novelty summed over the first multiples of the beat, with a broad prior. */
export function tempoOf(novelty: Novelty): { tempo: Tempo; clarity: number } {
  const alike = autocorrelate(novelty.all, LONGEST)
  const found: { bpm: number; score: number; clarity: number }[] = []
  const score = (bpm: number) => {
    const beat = 60 / bpm
    const comb = [1, 2, 3, 4].map((k) => alike.at(k * beat))
    const octaves = Math.log2(bpm / 110)
    return {
      bpm,
      score: comb.reduce((a, b) => a + b, 0) * Math.exp(-0.5 * (octaves / 0.9) ** 2),
      clarity: Math.max(0, ...comb.slice(0, 2)),
    }
  }
  for (let bpm = SLOWEST; bpm <= FASTEST; bpm *= 1.005) found.push(score(bpm))
  const peaks = found
    .filter(
      ({ score }, i) =>
        score > 0 && score >= (found[i - 1]?.score ?? 0) && score > (found[i + 1]?.score ?? 0),
    )
    .sort((a, b) => b.score - a.score)
    .slice(0, 6)
  const best = peaks[0]
  if (!best || best.clarity < LEAST_CLARITY)
    return { tempo: { bpm: null, confidence: 0, alternatives: [] }, clarity: best?.clarity ?? 0 }
  const total = peaks.reduce((sum, peak) => sum + peak.score, 0)
  const [first, ...others] = peaks.map((peak) => ({ bpm: peak.bpm, confidence: peak.score / total }))
  return {
    tempo: { ...(first as { bpm: number; confidence: number }), alternatives: others },
    clarity: Math.min(1, best.clarity),
  }
}
