import { ENGINE_RATE, type Measure } from '../measures/measure.ts'
import type { Ffts } from '../signal/fft.ts'
import { createStft } from '../signal/stft.ts'
import { MOST_COLUMNS, type Picture } from './picture.ts'

const SIZE = 2048
const HOP = 512
const ROWS = 128
const [LOWEST, HIGHEST] = [40, 10_000]
/** What is softer than that below full scale is drawn as silence. */
const FLOOR = -100

const mel = (hertz: number) => 2595 * Math.log10(1 + hertz / 700)
const hertzOf = (mels: number) => 700 * (10 ** (mels / 2595) - 1)

type Row = { hertz: number; first: number; weights: Float32Array }

/** Triangles on the mel scale (O'Shaughnessy), none narrower than the transform can tell apart. */
function makeRows(): Row[] {
  const spacing = (mel(HIGHEST) - mel(LOWEST)) / (ROWS - 1)
  const binOf = (mels: number) => (hertzOf(mels) * SIZE) / ENGINE_RATE
  return Array.from({ length: ROWS }, (_, row) => {
    const mels = mel(LOWEST) + row * spacing
    const centre = binOf(mels)
    const lower = Math.min(binOf(mels - spacing), centre - 1)
    const upper = Math.max(binOf(mels + spacing), centre + 1)
    const first = Math.max(0, Math.ceil(lower))
    const last = Math.min(SIZE / 2, Math.floor(upper))
    const weights = Float32Array.from({ length: last - first + 1 }, (_, i) => {
      const bin = first + i
      return bin <= centre ? (bin - lower) / (centre - lower) : (upper - bin) / (upper - centre)
    })
    return { hertz: hertzOf(mels), first, weights }
  })
}

/**
 * Mel spectrogram: 128 bands from 40 Hz to 10 kHz (93 ms Hann frames, 23 ms apart), in dB below a sine of full scale, -100 to 0.
 * Where there would be more columns than a picture has, two become one, their mean power.
 */
export function createSpectrogram(ffts: Ffts): Measure<Picture> {
  const rows = makeRows()
  let powers: Float32Array = new Float32Array(MOST_COLUMNS * ROWS)
  let width = 0
  let framesPerColumn = 1
  let framesInColumn = 0
  const stft = createStft(ffts, {
    size: SIZE,
    hop: HOP,
    onFrame(magnitudes) {
      if (framesInColumn === framesPerColumn) {
        width++
        framesInColumn = 0
      }
      if (width === MOST_COLUMNS) {
        powers = halved(powers)
        width /= 2
        framesPerColumn *= 2
      }
      addFrame(powers.subarray(width * ROWS, (width + 1) * ROWS), rows, magnitudes)
      framesInColumn++
    },
  })
  return {
    add: stft.add,
    end() {
      stft.end()
      // a last column of fewer frames is as strong as they are
      const frames = (column: number) => (column === width ? framesInColumn : framesPerColumn)
      const columns = framesInColumn > 0 ? width + 1 : width
      const values = powers
        .slice(0, columns * ROWS)
        .map((power, i) => decibels(power / frames(Math.floor(i / ROWS))))
      return {
        width: columns,
        height: ROWS,
        values,
        step: (framesPerColumn * HOP) / ENGINE_RATE,
        rows: rows.map(({ hertz }) => hertz),
        unit: 'Hz',
        range: { least: FLOOR, most: 0, unit: 'dB' },
      }
    },
  }
}

function addFrame(column: Float32Array, rows: readonly Row[], magnitudes: Float32Array): void {
  rows.forEach(({ first, weights }, row) => {
    let power = 0
    for (let i = 0; i < weights.length; i++) {
      const magnitude = magnitudes[first + i] as number
      power += (weights[i] as number) * magnitude * magnitude
    }
    column[row] = (column[row] as number) + power
  })
}

/** Sums of two columns at a time, and room behind them. */
function halved(powers: Float32Array): Float32Array {
  const half = new Float32Array(powers.length)
  for (let i = 0; i < powers.length; i++) {
    const at = Math.floor(i / (2 * ROWS)) * ROWS + (i % ROWS)
    half[at] = (half[at] as number) + (powers[i] as number)
  }
  return half
}

/** A sine of amplitude 1 has a magnitude of a quarter of the frame, and three bins share its power. */
const decibels = (power: number) =>
  Math.min(0, Math.max(FLOOR, 10 * Math.log10(power / (1.5 * (SIZE / 4) ** 2) + 1e-12)))
