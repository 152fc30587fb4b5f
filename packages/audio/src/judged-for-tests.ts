import type { Segment } from './analysis.ts'
import type { Judged } from './estimates/judged.ts'
import type { Facts } from './facts.ts'
import { CURVES, type Curves } from './measures/descriptors/steps.ts'
import type { Descriptors } from './measures/descriptors.ts'
import type { ClassName } from './tags/classes.ts'
import type { Hearing } from './tags/hearing.ts'

const USUAL: Record<keyof Curves, number> = {
  level: -20,
  crest: 12,
  zeroCrossings: 0.07,
  centroid: 1350,
  rolloff: 1100,
  flatness: 0.02,
  peakiness: 7,
  lowShare: 0.2,
  highShare: 0.02,
  novelty: 34,
  attack: 0.35,
  steadiness: 0.45,
  modulation: 0.25,
  pauses: 0.05,
  lowPulse: 0.4,
}

/** Descriptors that are what they mostly are but for what is given, the same all along. */
export function usual(seconds: number, other: Partial<Record<keyof Curves, number>> = {}): Descriptors {
  const length = seconds * 2
  const curves = Object.fromEntries(
    CURVES.map((name) => [name, new Float32Array(length).fill(other[name] ?? USUAL[name])]),
  ) as Curves
  return { step: 0.5, length, ...curves }
}

/** What a model heard: scores of classes, the same in each patch or by patch; all others are 0. Without scores, no model. */
export function heard(seconds: number, scores?: Partial<Record<ClassName, number | number[]>>): Hearing {
  const length = scores ? Math.round(seconds / 0.48) : 0
  const of = (name: ClassName) => {
    const score = scores?.[name] ?? 0
    return Float32Array.from({ length }, (_, i) => (typeof score === 'number' ? score : (score[i] ?? 0)))
  }
  return {
    model: scores ? 'a model' : null,
    step: 0.48,
    length,
    of,
    mean: (name) => of(name).reduce((sum, score) => sum + score, 0) / Math.max(1, length),
    embedding: null,
  }
}

export type Case = {
  seconds?: number
  descriptors?: Partial<Record<keyof Curves, number>>
  scores?: Partial<Record<ClassName, number | number[]>>
  rhythm?: Partial<Facts['rhythm']>
  key?: Partial<Facts['tonality']['key']>
  lufs?: number | null
  segments?: Segment[]
}

/** A recording of half a minute of music of which nothing is remarkable, but for what is given. */
export function judged({
  seconds = 30,
  descriptors,
  scores,
  rhythm,
  key,
  lufs = -18,
  segments,
}: Case = {}): Judged {
  return {
    facts: {
      duration: seconds,
      rhythm: {
        tempo: { bpm: 118, confidence: 0.8, alternatives: [] },
        beats: [],
        time_signature: '4/4',
        time_signature_confidence: 0.8,
        pulse_clarity: 0.5,
        ...rhythm,
      },
      tonality: {
        key: { tonic: 'C', mode: null, confidence: 0.8, alternatives: [], tuning: 0, ...key },
        chroma: { step: 0.5, values: [] },
      },
      loudness: { loudness_lufs: lufs, loudness_range: 5, true_peak: -1 },
      descriptors: usual(seconds, descriptors),
    },
    hearing: heard(seconds, scores),
    segments: segments ?? [{ kind: 'music', start: 0, end: seconds, confidence: 0.9 }],
  }
}
