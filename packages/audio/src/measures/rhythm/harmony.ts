import type { Ffts } from '../../signal/fft.ts'
import { createResampler } from '../../signal/resample.ts'
import { createStft } from '../../signal/stft.ts'
import { ENGINE_RATE, type Measure } from '../measure.ts'
import { createGrower, type Track } from './track.ts'

/** Which pitch classes sound, below middle C and above it apart: rows of 24 values, each half of length 1 or all 0. */
export type Harmony = { rows: Float32Array; rate: number; start: number }

export const PITCH_CLASSES = 24

/** What is looked at fits a quarter of the rate, and costs a quarter there. */
const THINNING = 4
const RATE = ENGINE_RATE / THINNING
const SIZE = 2048
const HOP = 256
const [LOWEST, MIDDLE, HIGHEST] = [40, 262, 2100]
/** Peaks softer than 66 dB below a full-scale sine say nothing. */
const LEAST = (SIZE / 4) * 0.0005

/** Spectral peaks of long windows, 21.5 a second, gathered by pitch class after a square root that keeps one voice from drowning the others. */
export function createHarmony(ffts: Ffts): Measure<Harmony> {
  const width = RATE / SIZE
  const [first, middle, last] = [LOWEST, MIDDLE, HIGHEST].map((hertz) => Math.round(hertz / width)) as [
    number,
    number,
    number,
  ]
  const rows = createGrower(PITCH_CLASSES * 1024)
  const row = new Float64Array(PITCH_CLASSES)
  const stft = createStft(ffts, {
    size: SIZE,
    hop: HOP,
    onFrame(magnitudes) {
      row.fill(0)
      for (let bin = first; bin < last; bin++) {
        const here = magnitudes[bin] as number
        const [left, right] = [magnitudes[bin - 1] as number, magnitudes[bin + 1] as number]
        if (!(here > LEAST && here > left && here >= right)) continue
        // the top of the parabola through the three
        const place = bin + (0.5 * (left - right)) / (left - 2 * here + right)
        const pitch = Math.round(12 * Math.log2((place * width) / 440) + 69) % 12
        const at = bin < middle ? pitch : pitch + 12
        row[at] = (row[at] as number) + Math.sqrt(here)
      }
      for (const half of [0, 12]) {
        let squares = 0
        for (let i = half; i < half + 12; i++) squares += (row[i] as number) ** 2
        const length = Math.sqrt(squares)
        for (let i = half; i < half + 12; i++)
          rows.push(length > 0 && Number.isFinite(length) ? (row[i] as number) / length : 0)
      }
    },
  })
  const thin = createResampler(THINNING, 1)
  return {
    add(block) {
      stft.add(thin.add(block))
    },
    end() {
      stft.add(thin.end())
      stft.end()
      return { rows: rows.view(), rate: RATE / HOP, start: SIZE / 2 / RATE }
    },
  }
}

/** Half the window of the comparison, in seconds: about a beat. */
const REACH = 0.4

/** How much the chord changes at each moment: 1 less the cosine between what sounds in the 0.4 s before and after. */
export function chordChange({ rows, rate, start }: Harmony): Track {
  const n = rows.length / PITCH_CLASSES
  const reach = Math.round(REACH * rate)
  const values = new Float32Array(n)
  const before = new Float64Array(PITCH_CLASSES)
  const after = new Float64Array(PITCH_CLASSES)
  const shift = (sum: Float64Array, frame: number, sign: 1 | -1) => {
    if (frame < 0 || frame >= n) return
    for (let i = 0; i < PITCH_CLASSES; i++)
      sum[i] = (sum[i] as number) + sign * (rows[frame * PITCH_CLASSES + i] as number)
  }
  for (let frame = 0; frame < reach; frame++) shift(after, frame, 1)
  for (let frame = 0; frame < n; frame++) {
    values[frame] = frame < reach || frame > n - reach ? 0 : 1 - cosine(before, after)
    shift(before, frame, 1)
    shift(before, frame - reach, -1)
    shift(after, frame, -1)
    shift(after, frame + reach, 1)
  }
  return { values, rate, start: start - 0.5 / rate }
}

function cosine(a: Float64Array, b: Float64Array): number {
  let [dot, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    dot += (a[i] as number) * (b[i] as number)
    aa += (a[i] as number) ** 2
    bb += (b[i] as number) ** 2
  }
  // running sums leave crumbs where there was nothing
  return aa > 1e-9 && bb > 1e-9 ? Math.min(1, dot / Math.sqrt(aa * bb)) : 1
}
