import type { Tag, Tags } from '../analysis.ts'
import { meanOf } from '../estimates/judged.ts'
import type { Facts } from '../facts.ts'
import type { Descriptors } from '../measures/descriptors.ts'
import { likelihoodsBySignal } from '../structure/by-signal.ts'
import { KINDS } from '../structure/kinds.ts'
import { logistic } from './calibration.ts'
import { bestStretch, logOdds } from './pooling.ts'
import { AT_TIMES, GENRES, INSTRUMENTS, MOODS, THROUGHOUT, type Word } from './vocabulary.ts'

/** What common recordings have of each descriptor, and how far they are from it: of the development clips that are music. */
const COMMON = {
  attack: [0.37, 0.25],
  centroid: [1500, 740],
  crest: [12.3, 1.8],
  flatness: [0.024, 0.045],
  lowPulse: [0.42, 0.24],
  novelty: [45, 32],
  peakiness: [6.7, 2],
  steadiness: [0.45, 0.16],
} as const
type Read = keyof typeof COMMON
/** Log-odds a deviation from what is common adds. */
type Leaning = Partial<Record<Read, number>> & { major?: number }

/** The share of recordings of which a word is true, where nothing is known. */
const BASE = { genres: 0.06, moods: 0.15, instruments: 0.1, tags: 0.05 }

/** What a descriptor can say of a word; of all others it says nothing. */
const LEANINGS: Readonly<Record<string, Leaning>> = {
  Drums: { attack: 0.5, peakiness: -0.5, steadiness: -0.3 },
  Percussion: { attack: 0.5, peakiness: -0.5, steadiness: -0.3 },
  'Drum machine': { lowPulse: 0.5, attack: 0.3, steadiness: -0.3 },
  Synthesizer: { peakiness: -0.3, crest: -0.2 },
  Electronic: { peakiness: -0.6, steadiness: -0.4, lowPulse: 0.5 },
  House: { lowPulse: 0.6, peakiness: -0.3 },
  Techno: { lowPulse: 0.6, peakiness: -0.4, steadiness: -0.3 },
  Rock: { flatness: 0.4, crest: -0.3 },
  Metal: { flatness: 0.6, crest: -0.5 },
  Latin: { attack: 0.4, novelty: 0.4 },
  Classical: { novelty: -0.5, lowPulse: -0.4, crest: 0.3 },
  Ambient: { novelty: -0.6, attack: -0.5, centroid: -0.3 },
  Soundtrack: { centroid: -0.5, lowPulse: -0.4, novelty: -0.2 },
  Happy: { crest: 0.3, novelty: 0.3, major: 0.5 },
  Sad: { novelty: -0.4, centroid: -0.2, major: -0.5 },
  Tender: { novelty: -0.4, flatness: -0.3 },
  Exciting: { novelty: 0.4, flatness: 0.3 },
  Energetic: { novelty: 0.4, flatness: 0.3 },
  Angry: { flatness: 0.4, crest: -0.3, major: -0.2 },
  Scary: { crest: -0.4, centroid: -0.4, attack: -0.3, major: -0.4 },
  Calm: { novelty: -0.5, attack: -0.3 },
}
/** One descriptor alone must not say much. */
const MOST = 2
/** Seconds in a row that have to sound like applause. */
const APPLAUSE = 5

/**
 * All labels with the share of recordings they are true of, moved a little by what the descriptors say: a guess, near to
 * its base rate as it should be. What is music, speech and applause is judged as the segments are.
 */
export function tagsBySignal(facts: Facts): Tags {
  const { mode, confidence } = facts.tonality.key
  const major = mode === null ? 0 : mode === 'major' ? confidence : -confidence
  const guess =
    (base: number) =>
    ({ label }: Word): Tag => {
      const { major: ofMode = 0, ...leaning } = LEANINGS[label] ?? {}
      const parts = Object.entries(leaning).map(([name, weight]) => weight * deviationOf(facts, name as Read))
      const sum = parts.reduce((all, part) => all + part, ofMode * major)
      return { label, probability: logistic(logOdds(base) + sum) }
    }
  const heard = heardIn(facts.descriptors)
  const sounds = [...THROUGHOUT, ...AT_TIMES].map((word) => ({
    ...guess(BASE.tags)(word),
    ...(word.label in heard && { probability: heard[word.label] as number }),
  }))
  return {
    genres: GENRES.map(guess(BASE.genres)),
    moods: MOODS.map(guess(BASE.moods)),
    instruments: INSTRUMENTS.map(guess(BASE.instruments)),
    tags: sounds,
  }
}

/** By how many deviations something is off what is common, within bounds; 0 where nothing is audible. */
function deviationOf(facts: Facts, name: Read): number {
  const mean = meanOf({ facts }, name)
  if (mean === null) return 0
  const [middle, spread] = COMMON[name]
  return Math.max(-MOST, Math.min(MOST, (mean - middle) / spread))
}

/** How likely the whole is music or speech, and some seconds of it applause. */
function heardIn(descriptors: Descriptors): Record<string, number> {
  const { length, step } = descriptors
  const likelihoods = likelihoodsBySignal(descriptors)
  const of = (kind: (typeof KINDS)[number]) =>
    Float32Array.from({ length }, (_, i) => likelihoods[i * KINDS.length + KINDS.indexOf(kind)] as number)
  return {
    Music: bestStretch(of('music'), length),
    Speech: bestStretch(of('speech'), length),
    Applause: bestStretch(of('applause'), Math.round(APPLAUSE / step)),
  }
}
