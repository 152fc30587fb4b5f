import type { Tempo } from '../analysis.ts'
import type { Ffts } from '../signal/fft.ts'
import type { Novelty } from './novelty.ts'
import { findCandidates } from './rhythm/candidates.ts'
import { gatherEvidence } from './rhythm/evidence.ts'
import type { Harmony } from './rhythm/harmony.ts'
import { type Reading, readTempo } from './rhythm/readings.ts'

/** What a passage of the recording says: its readings, the likeliest first; none where nothing pulses. */
export type Passage = { from: number; to: number; clarity: number; readings: Reading[] }
/** A passage with the reading that was chosen in view of its neighbours. */
export type Chosen = Passage & { chosen: Reading }

/** Seconds of a passage: some bars of the slowest music, and mostly one song. */
const PASSAGE = 30
/** Shorter sounds have no tempo. */
const LEAST_SECONDS = 3
/** In 20 s novelty is this much alike to itself some beats later, or nothing pulses; in less time chance brings more. */
const LEAST_CLARITY = 0.14
/** Speeds within this factor are the same one (the 4 % of tempo evaluations: Gouyon et al., IEEE TASLP 14, 2006). */
const SAME = 1.04
/** A change of speed between neighbouring passages is e^2 times less likely than none. */
const CHANGE = 2
const ALTERNATIVES = 5
const LEAST_CONFIDENCE = 0.01

/** Reads passages of equal length of some 30 s, each on its own: the work is bound by the length of the recording. */
export function readPassages(ffts: Ffts, novelty: Novelty, harmony: Harmony): Passage[] {
  const duration = novelty.all.values.length / novelty.all.rate
  const count = Math.max(1, Math.round(duration / PASSAGE))
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [(i * duration) / count, ((i + 1) * duration) / count]
    const evidence = gatherEvidence(ffts, novelty, harmony, from, to)
    const readings = readTempo(evidence, findCandidates(evidence.alike, evidence.bands))
    const best = readings[0]
    if (!best || duration < LEAST_SECONDS) return { from, to, clarity: 0, readings: [] }
    const clarity = clarityOf(evidence.alike, 60 / best.bpm)
    const least = LEAST_CLARITY * Math.sqrt(20 / (to - from))
    return { from, to, clarity, readings: clarity < least ? [] : readings }
  })
}

/** How alike novelty is to itself half a beat, a beat or up to a bar later: whichever is the most, 0 to 1. */
const clarityOf = (alike: (lag: number) => number, beat: number): number =>
  Math.min(1, Math.max(0, ...[0.5, 1, 2, 3, 4].map((beats) => alike(beats * beat))))

/** The likeliest row of readings, one a passage that pulses, when speed seldom changes (Viterbi). */
export function choose(passages: readonly Passage[]): Chosen[] {
  const pulsing = passages.filter(({ readings }) => readings.length > 0)
  const scores: number[][] = []
  const from: number[][] = []
  for (const [i, { readings }] of pulsing.entries()) {
    const before = scores[i - 1]
    const ways = readings.map(({ bpm }) => bestWay(bpm, pulsing[i - 1]?.readings ?? [], before ?? []))
    scores.push(readings.map(({ probability }, k) => Math.log(probability + 1e-12) + (ways[k]?.score ?? 0)))
    from.push(ways.map((way) => way.from))
  }
  const row: Chosen[] = []
  let at = highest(scores.at(-1) ?? [])
  for (let i = pulsing.length - 1; i >= 0; i--) {
    const passage = pulsing[i] as Passage
    row.unshift({ ...passage, chosen: passage.readings[at] as Reading })
    at = from[i]?.[at] ?? 0
  }
  return row
}

function bestWay(bpm: number, readings: readonly Reading[], scores: readonly number[]) {
  const ways = readings.map((other, i) => (scores[i] as number) - (same(other.bpm, bpm) ? 0 : CHANGE))
  const from = highest(ways)
  return { from, score: ways[from] ?? 0 }
}

const highest = (values: readonly number[]): number =>
  values.reduce((best, value, i) => (value > (values[best] as number) ? i : best), 0)

const same = (a: number, b: number): boolean => Math.max(a / b, b / a) < SAME

/**
 * Beats a minute of the whole: the speed most of it has, passages weighed by length and by how clearly they pulse. Its
 * confidence is the probability all passages together give it; alternatives are what else they consider.
 */
export function tempoOf(passages: readonly Chosen[]): Tempo {
  const weights = passages.map(({ from, to, clarity }) => (to - from) * clarity)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return { bpm: null, confidence: 0, alternatives: [] }
  const votes = (bpm: number) =>
    passages.reduce((sum, { chosen }, i) => sum + (same(chosen.bpm, bpm) ? (weights[i] as number) : 0), 0)
  const bpm = best(
    passages.map(({ chosen }) => chosen.bpm),
    votes,
  )
  const confidence = (speed: number) =>
    passages.reduce(
      (sum, { readings }, i) =>
        sum +
        ((weights[i] as number) / total) *
          readings.reduce((part, one) => part + (same(one.bpm, speed) ? one.probability : 0), 0),
      0,
    )
  return { bpm, confidence: Math.min(1, confidence(bpm)), alternatives: others(passages, bpm, confidence) }
}

/** The highest vote; of equal ones the middle of those in the first's company. */
function best(speeds: readonly number[], votes: (bpm: number) => number): number {
  const top = speeds[highest(speeds.map(votes))] as number
  const company = speeds.filter((bpm) => same(bpm, top)).sort((a, b) => a - b)
  return company[company.length >> 1] as number
}

function others(passages: readonly Chosen[], bpm: number, confidence: (bpm: number) => number) {
  const found: Tempo['alternatives'] = []
  const seen = [bpm]
  for (const { readings } of passages)
    for (const reading of readings) {
      if (reading.probability < LEAST_CONFIDENCE || seen.some((other) => same(other, reading.bpm))) continue
      seen.push(reading.bpm)
      found.push({ bpm: reading.bpm, confidence: Math.min(1, confidence(reading.bpm)) })
    }
  return found.sort((a, b) => b.confidence - a.confidence).slice(0, ALTERNATIVES)
}
