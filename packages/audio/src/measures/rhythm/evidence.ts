import type { Ffts } from '../../signal/fft.ts'
import type { Novelty } from '../novelty.ts'
import { chordChange, type Harmony, PITCH_CLASSES } from './harmony.ts'
import { type Repetition, repetition } from './periodicity.ts'
import { cut, type Track } from './track.ts'

/** Seconds: two bars of four beats at 60 a minute. */
const LONGEST = 8
/** Parts and multiples of a beat after which music is asked how alike it is to itself… */
const LAGS = [1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 4 / 3, 3 / 2, 2, 3, 4, 6]
/** …and of the beat's frequency at which it is asked how much it swings. */
const SWINGS = [1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 3 / 2, 2, 3, 4]
const CHORD_LAGS = [1, 2, 3, 4, 6]

/** What a passage of music says about any speed of the beat. */
export type Evidence = {
  /** Of all novelty together, and of its low and high bands. */
  alike: (lag: number) => number
  bands: ((lag: number) => number)[]
  /** How things repeat and swing at parts and multiples of a beat of so many seconds: about -1 to 1 each. */
  of(beat: number): Float64Array
}

export function gatherEvidence(
  ffts: Ffts,
  novelty: Novelty,
  harmony: Harmony,
  from: number,
  to: number,
): Evidence {
  const all = cut(novelty.all, from, to)
  const rows = cutHarmony(harmony, from, to)
  const tracks = [all, cut(novelty.low, from, to), cut(novelty.high, from, to), chordChange(rows)]
  const found = tracks.map((track) => repetition(ffts, track, LONGEST))
  const chords = chordLikeness(rows)
  const rates = [peakRate(all, 0.05), peakRate(tracks[3] as Track, 0.25)]
  return {
    alike: (found[0] as Repetition).alike,
    bands: found.slice(1, 3).map(({ alike }) => alike),
    of(beat) {
      const values: number[] = []
      for (const { alike } of found) for (const lag of LAGS) values.push(alike(lag * beat))
      for (const { swing } of found) for (const times of SWINGS) values.push(swing(times / beat))
      for (const lag of CHORD_LAGS) values.push(chords(lag * beat))
      for (const rate of rates) {
        const beats = Math.log2(Math.max(0.1, rate * beat))
        values.push(beats, beats * beats, Math.abs(beats))
      }
      return Float64Array.from(values)
    },
  }
}

function cutHarmony({ rows, rate, start }: Harmony, from: number, to: number): Harmony {
  const track: Track = cut({ values: new Float32Array(rows.length / PITCH_CLASSES), rate, start }, from, to)
  const first = Math.round((track.start - start) * rate)
  return {
    rows: rows.subarray(first * PITCH_CLASSES, (first + track.values.length) * PITCH_CLASSES),
    rate,
    start: track.start,
  }
}

/** How alike what sounds is to what sounded some seconds before, against the mean of the passage: 1 the same. */
function chordLikeness({ rows, rate }: Harmony): (lag: number) => number {
  const n = rows.length / PITCH_CLASSES
  const mean = new Float64Array(PITCH_CLASSES)
  for (let i = 0; i < rows.length; i++)
    mean[i % PITCH_CLASSES] = (mean[i % PITCH_CLASSES] as number) + (rows[i] as number) / n
  const off = Float32Array.from(rows, (value, i) => value - (mean[i % PITCH_CLASSES] as number))
  const at = (lag: number) => {
    let sum = 0
    const shift = lag * PITCH_CLASSES
    for (let i = shift; i < off.length; i++) sum += (off[i] as number) * (off[i - shift] as number)
    return sum / Math.max(1, n - lag)
  }
  const known = new Map<number, number>()
  const once = (lag: number) => {
    const value = known.get(lag) ?? (lag < (n * 2) / 3 ? at(lag) : 0)
    known.set(lag, value)
    return value
  }
  const zero = once(0)
  return (lag) => {
    const place = lag * rate
    const i = Math.floor(place)
    return zero > 1e-9 ? (once(i) + (place - i) * (once(i + 1) - once(i))) / zero : 0
  }
}

/** Moments a second that stand out by a deviation from the mean and are the highest within so many seconds. */
function peakRate({ values, rate }: Track, seconds: number): number {
  const n = values.length
  let [sum, squares] = [0, 0]
  for (const value of values) {
    sum += value
    squares += value * value
  }
  const mean = sum / n
  const least = mean + Math.sqrt(Math.max(0, squares / n - mean * mean))
  const reach = Math.max(1, Math.round(seconds * rate))
  let peaks = 0
  for (let i = 0; i < n; i++) {
    const here = values[i] as number
    if (!(here > least)) continue
    let highest = true
    for (let k = 1; k <= reach && highest; k++)
      highest = here >= (values[i - k] ?? 0) && here > (values[i + k] ?? 0)
    if (highest) peaks++
  }
  return n > 0 ? (peaks * rate) / n : 0
}
