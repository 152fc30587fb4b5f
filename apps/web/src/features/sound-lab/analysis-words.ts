import type { Estimate, Segment } from '@sharemyshows/contract/analysis'
import { sayChange, sayNumber } from './model'

/** What streaming services play at, in LUFS: they turn down what is louder. */
export const STREAMING_LUFS = -14
/** Above this many dBTP a lossy coding may clip. */
const SAFE_PEAK = -1

/** What a loudness means beside what streaming services play at. */
export function sayBesideStreaming(lufs: number): string {
  const louder = lufs - STREAMING_LUFS
  if (Math.abs(louder) < 0.5) return 'What streaming services play at.'
  return louder > 0
    ? `Streaming services play at −14 LUFS and would turn it down by ${sayNumber(louder)} dB.`
    : `${sayNumber(-louder)} dB below the −14 LUFS that streaming services play at.`
}

/** What a loudness range means. */
export function sayRange(range: number): string {
  if (range < 5) return 'Even: hardly a quiet moment.'
  return range < 12 ? 'Some movement between quiet and loud.' : 'Wide: from very quiet to very loud.'
}

/** What a true peak may do, and whether that is worth a warning. */
export function sayPeak(peak: number): { words: string; warns: boolean } {
  if (peak > 0) return { words: 'Above full scale: it clips when it is played.', warns: true }
  if (peak > SAFE_PEAK) return { words: 'Above −1 dBTP: coded as MP3 or AAC it may clip.', warns: true }
  return { words: 'Leaves room: it does not clip when it is coded.', warns: false }
}

/** "A4 at 439 Hz, 4 cents flat". */
export function sayTuning(cents: number): string {
  const hertz = 440 * 2 ** (cents / 1200)
  const off = Math.round(Math.abs(cents))
  const way =
    off === 0 ? 'concert pitch' : `${off} ${off === 1 ? 'cent' : 'cents'} ${cents < 0 ? 'flat' : 'sharp'}`
  return `A4 at ${sayNumber(hertz)} Hz, ${way}`
}

/** How sure a confidence is, in a word. */
export function sayConfidence(confidence: number): string {
  if (confidence >= 0.8) return 'sure'
  if (confidence >= 0.5) return 'fairly sure'
  return confidence >= 0.25 ? 'not very sure' : 'a guess'
}

type Evidence = Estimate['evidence'][number]

/** Less than this is no influence worth a word. */
const SLIGHT = 0.005

/** What a piece of evidence did to the value: "raises it much". */
export function sayInfluence({ weight }: Pick<Evidence, 'weight'>): string {
  const size = Math.abs(weight)
  if (size < SLIGHT) return 'hardly changes it'
  const much = size >= 0.15 ? 'much' : size >= 0.05 ? 'somewhat' : 'a little'
  return `${weight > 0 ? 'raises' : 'lowers'} it ${much}`
}

/** The evidence that counts most first, and for screens of any size not without end. */
export const weightiest = (evidence: readonly Evidence[], most = 8): Evidence[] =>
  evidence.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, most)

/** A reading: small ones by their first two digits, which is where they differ. */
export const sayReading = (reading: number): string =>
  Math.abs(reading) >= 1
    ? sayNumber(reading)
    : String(Number(Number(reading.toPrecision(2)).toFixed(4))).replace('-', '−')

/** "+20 points": by how much of a hundred it moved the value. */
export const sayWeight = (weight: number): string => `${sayChange(weight * 100)} points`

export const SOURCES: Record<Estimate['source'], string> = {
  model: 'The tagging model, which knows sounds by name, has a say in it.',
  signal: 'From the sound’s own measures alone; the tagging model has no say in it.',
}

/** What each estimate is about: its ends, and what is meant. */
export const MEANINGS = {
  energy: { low: 'calm', high: 'intense', what: 'How intense it feels, which is more than how loud it is.' },
  danceability: { low: 'free', high: 'danceable', what: 'How clear, steady and danceable its pulse is.' },
  valence: { low: 'dark', high: 'bright', what: 'How happy it sounds, apart from how intense it is.' },
  acousticness: { low: 'electric', high: 'acoustic', what: 'Whether instruments sound without electricity.' },
  instrumentalness: { low: 'sung', high: 'instrumental', what: 'Whether nobody sings.' },
  liveness: { low: 'studio', high: 'live', what: 'Whether an audience is to be heard.' },
  speechiness: { low: 'music', high: 'speech', what: 'How much of it is spoken.' },
} as const

export const KINDS: Record<Segment['kind'], string> = {
  music: 'Music',
  speech: 'Speech',
  applause: 'Applause',
  silence: 'Silence',
}
