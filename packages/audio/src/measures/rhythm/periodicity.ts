import type { Ffts } from '../../signal/fft.ts'
import type { Track } from './track.ts'

/** How a track repeats. */
export type Repetition = {
  /**
   * How alike it is to itself a lag in seconds later: 1 the same, 0 unrelated or beyond the longest lag. Autocorrelation of
   * the track less its mean, unbiased by the shrinking overlap, smoothed (people do not play to the frame).
   */
  alike(lag: number): number
  /** How much of it swings at a frequency in Hz: 1 for a train of single clicks, 0 for nothing (Fourier tempogram). */
  swing(hertz: number): number
}

const NONE: Repetition = { alike: () => 0, swing: () => 0 }
/** What never rises above it is the ripple of a held tone under the window. */
const LEAST = 0.03
/** Bins a cycle of the whole track, so that a straight line between bins will do. */
const OVERSAMPLING = 5

/** Both by one transform; lags up to `longest` seconds or two thirds of the track. */
export function repetition(ffts: Ffts, { values, rate }: Track, longest: number): Repetition {
  const n = values.length
  const lags = Math.min(Math.floor(longest * rate), Math.floor((n * 2) / 3))
  let [sum, most] = [0, 0]
  for (let i = 0; i < n; i++) {
    sum += values[i] as number
    most = Math.max(most, values[i] as number)
  }
  if (!(most > LEAST)) return NONE
  const size = 2 ** Math.max(5, Math.ceil(Math.log2(n * OVERSAMPLING)))
  const fft = ffts(size)
  const half = size / 2
  const [real, imaginary] = [new Float32Array(half + 1), new Float32Array(half + 1)]
  const padded = new Float32Array(size)
  padded.set(values)
  fft.transform(padded, real, imaginary)
  const share = new Float32Array(half + 1)
  for (let bin = 0; bin <= half; bin++)
    share[bin] = Math.hypot(real[bin] as number, imaginary[bin] as number) / sum

  const mean = sum / n
  for (let i = 0; i < n; i++)
    padded[i] =
      0.5 * (values[i] as number) + 0.25 * ((values[i - 1] ?? mean) + (values[i + 1] ?? mean)) - mean
  fft.transform(padded, real, imaginary)
  // the power spectrum is even: its transform is the autocorrelation
  for (let bin = 0; bin <= half; bin++) {
    const power = (real[bin] as number) ** 2 + (imaginary[bin] as number) ** 2
    padded[bin] = power
    if (bin > 0) padded[size - bin] = power
  }
  fft.transform(padded, real, imaginary)
  const zero = (real[0] as number) / n
  if (!(zero > 0)) return NONE
  const unbiased = (lag: number) => (real[lag] as number) / (n - lag) / zero
  return {
    alike: (lag) => (lag * rate < lags ? between(unbiased, lag * rate) : 0),
    swing: (hertz) => {
      const place = (hertz / rate) * size
      return place < half ? between((bin) => share[bin] as number, place) : 0
    },
  }
}

function between(at: (index: number) => number, place: number): number {
  const i = Math.floor(place)
  return at(i) + (place - i) * (at(i + 1) - at(i))
}
