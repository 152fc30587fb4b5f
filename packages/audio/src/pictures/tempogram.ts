import type { Measure } from '../measures/measure.ts'
import { createNovelty } from '../measures/novelty.ts'
import type { Track } from '../measures/rhythm/track.ts'
import type { Ffts } from '../signal/fft.ts'
import { hann } from '../signal/window.ts'
import { MOST_COLUMNS, type Picture } from './picture.ts'

/** Seconds that a column looks at, and the least between two. */
const WINDOW = 8
const STEP = 0.25
const [SLOWEST, FASTEST, ROWS] = [30, 300, 120]

/**
 * Fourier tempogram (Grosche, Müller and Kurth, ICASSP 2010): how strongly what begins around a moment pulses at each tempo from
 * 30 to 300 BPM, on a logarithmic axis; 0 to 1, where 1 is the strongest of all.
 */
export function createTempogram(ffts: Ffts): Measure<Picture> {
  const novelty = createNovelty(ffts)
  return {
    add: novelty.add,
    end: () => draw(novelty.end().all),
  }
}

function draw({ values, rate, start }: Track): Picture {
  const seconds = values.length / rate
  const step = Math.max(STEP, seconds / MOST_COLUMNS)
  const width = Math.ceil(seconds / step)
  const rows = Array.from({ length: ROWS }, (_, row) => SLOWEST * (FASTEST / SLOWEST) ** (row / (ROWS - 1)))
  const size = Math.round(WINDOW * rate)
  const window = hann(size)
  const waves = rows.map((bpm) => waveOf(bpm / 60 / rate, size))
  const part = new Float32Array(size)
  const strengths = new Float32Array(width * ROWS)
  for (let column = 0; column < width; column++) {
    const first = Math.round(((column + 0.5) * step - start) * rate) - (size >> 1)
    for (let i = 0; i < size; i++) part[i] = (values[first + i] ?? 0) * (window[i] as number)
    waves.forEach((wave, row) => {
      strengths[column * ROWS + row] = strengthOf(part, wave)
    })
  }
  const most = strengths.reduce((largest, value) => Math.max(largest, value), 0)
  return {
    width,
    height: ROWS,
    values: most > 0 ? strengths.map((value) => value / most) : strengths,
    step,
    rows,
    unit: 'BPM',
    range: { least: 0, most: 1, unit: 'strength' },
  }
}

type Wave = { cosine: Float32Array; sine: Float32Array }

function waveOf(cyclesPerFrame: number, size: number): Wave {
  const angle = (i: number) => 2 * Math.PI * cyclesPerFrame * i
  return {
    cosine: Float32Array.from({ length: size }, (_, i) => Math.cos(angle(i))),
    sine: Float32Array.from({ length: size }, (_, i) => Math.sin(angle(i))),
  }
}

function strengthOf(part: Float32Array, { cosine, sine }: Wave): number {
  let real = 0
  let imaginary = 0
  for (let i = 0; i < part.length; i++) {
    real += (part[i] as number) * (cosine[i] as number)
    imaginary += (part[i] as number) * (sine[i] as number)
  }
  return Math.hypot(real, imaginary)
}
