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

const SIZE = 8_192
const HOP = 2_048
/** Hz: below, tones cannot be told apart in a frame; above, there are hardly tones but overtones. */
const BAND = { lowest: 55, highest: 2_200 }
/** Columns kept: as many of an hour as of a minute, pairs becoming one where there would be more. */
const MOST = 2_048
const SHOWN = 400

/** Key, tuning and chroma of a recording (22,050 Hz), out of the peaks of long spectra. */
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
      const whole = summed(columns)
      const tuning = tuningOf(whole)
      const group = Math.max(1, Math.ceil(columns.length / SHOWN))
      const shown = inGroups(columns, group).map((fine) => toPitchClasses(fine, tuning ?? 0))
      const step = (group * framesPerColumn * HOP) / ENGINE_RATE
      return {
        key: tuning === null ? nothingPitched : keyOf(toPitchClasses(whole, tuning), tuning),
        chroma: { step, values: shown.map(scaled) },
      }
    },
  }
}

const nothingPitched: Key = { tonic: null, mode: null, confidence: 0, alternatives: [], tuning: null }

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

const scaled = (values: readonly number[]): number[] => {
  const largest = Math.max(...values)
  return largest > 0 ? values.map((value) => value / largest) : values.map(() => 0)
}
