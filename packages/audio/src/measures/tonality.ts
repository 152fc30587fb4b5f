import type { Curve, Key } from '../analysis.ts'
import type { Ffts } from '../signal/fft.ts'
import { createStft } from '../signal/stft.ts'
import { addPitches, FINE, toPitchClasses } from './chroma.ts'
import { keyOf } from './key.ts'
import { ENGINE_RATE, type Measure } from './measure.ts'
import { tuningOf } from './tuning.ts'

export type Tonality = {
  key: Key
  /** Strength of the twelve pitch classes from C, 0 to 1; at most 400 columns. */
  chroma: Curve<number[]>
}

/** A frame of 0.37 s, long enough to tell the tones of a chord apart. */
const SIZE = 8_192
const HOP = 2_048
/** Hz: below, tones cannot be told apart in a frame; above, there are hardly tones but overtones. */
const BAND = { lowest: 55, highest: 2_200 }
/** Columns kept: pairs become one where there would be more, so that hours take no more memory than minutes. */
const MOST = 4_096
const SHOWN = 400
/** Seconds over which the key is judged at a time. */
const STRETCH = 6
/** Clarity of tuning below which what sounds is noise, drums or speech: they have up to 0.08, music 0.11 and more. */
const PITCHED = 0.09

/** Key, tuning and chroma of a recording (mono, 22,050 Hz), out of the peaks of long spectra. */
export function createTonality(ffts: Ffts): Measure<Tonality> {
  let columns: Float32Array[] = []
  let framesPerColumn = 2
  let column = new Float32Array(FINE)
  let heard = 0
  const stft = createStft(ffts, {
    size: SIZE,
    hop: HOP,
    onFrame(magnitudes) {
      addPitches(magnitudes, ENGINE_RATE / SIZE, BAND, column)
      if (++heard % framesPerColumn !== 0) return
      columns.push(column)
      column = new Float32Array(FINE)
      if (columns.length < MOST) return
      columns = inGroups(columns, 2)
      framesPerColumn *= 2
    },
  })
  return {
    add: stft.add,
    end() {
      stft.end()
      if (heard % framesPerColumn !== 0) columns.push(column)
      const tuning = tuningOf(summed(columns))
      const step = (framesPerColumn * HOP) / ENGINE_RATE
      const classes = (group: Float32Array) => toPitchClasses(group, tuning.cents)
      const key = tuning.clarity < PITCHED ? null : keyOf(stretches(columns, STRETCH / step).map(classes))
      const shown = Math.max(1, Math.ceil(columns.length / SHOWN))
      return {
        key: key === null ? NOTHING_PITCHED : { ...key, tuning: tuning.cents },
        chroma: { step: step * shown, values: inGroups(columns, shown).map(classes).map(scaled) },
      }
    },
  }
}

const NOTHING_PITCHED: Key = { tonic: null, mode: null, confidence: 0, alternatives: [], tuning: null }

function summed(columns: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(FINE)
  for (const column of columns) {
    for (let step = 0; step < FINE; step++) sum[step] = (sum[step] as number) + (column[step] as number)
  }
  return sum
}

const inGroups = (columns: readonly Float32Array[], size: number): Float32Array[] =>
  Array.from({ length: Math.ceil(columns.length / size) }, (_, i) =>
    summed(columns.slice(i * size, (i + 1) * size)),
  )

/** Sums of about so many columns each, every other one beginning in the middle of the one before. */
function stretches(columns: readonly Float32Array[], size: number): Float32Array[] {
  const halves = inGroups(columns, Math.max(1, Math.round(size / 2)))
  if (halves.length < 2) return halves
  return halves.slice(1).map((half, i) => summed([halves[i]!, half]))
}

const scaled = (values: readonly number[]): number[] => {
  const largest = Math.max(...values)
  return largest > 0 ? values.map((value) => value / largest) : values.map(() => 0)
}
