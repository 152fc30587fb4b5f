import type { Track } from './track.ts'

/** How alike a track is to itself some seconds later: 1 the same, 0 unrelated. */
export type Autocorrelation = {
  /** At a lag in seconds, between the measured ones by a straight line; 0 beyond the longest. */
  at(lag: number): number
  longest: number
}

/**
 * Autocorrelation of a track less its mean, smoothed over some 30 ms (people do not play to the frame), unbiased by the
 * shrinking overlap and divided by its value at 0. Lags up to `longest` seconds or two thirds of the track.
 */
export function autocorrelate({ values, rate }: Track, longest: number): Autocorrelation {
  const n = values.length
  const lags = Math.min(Math.floor(longest * rate), Math.floor((n * 2) / 3))
  const x = smooth(values)
  let mean = 0
  for (let i = 0; i < n; i++) mean += (x[i] as number) / n
  for (let i = 0; i < n; i++) x[i] = (x[i] as number) - mean
  const sums = new Float32Array(lags + 1)
  for (let lag = 0; lag <= lags; lag++) {
    let sum = 0
    for (let i = lag; i < n; i++) sum += (x[i] as number) * (x[i - lag] as number)
    sums[lag] = sum / (n - lag)
  }
  const zero = sums[0] ?? 0
  if (!(zero > 1e-12)) return { at: () => 0, longest: 0 }
  return {
    at(lag) {
      const place = lag * rate
      const i = Math.floor(place)
      if (i < 0 || i >= lags) return 0
      const [here, next] = [sums[i] as number, sums[i + 1] as number]
      return (here + (place - i) * (next - here)) / zero
    },
    longest: lags / rate,
  }
}

function smooth(values: Float32Array): Float32Array {
  const out = new Float32Array(values.length)
  for (let i = 0; i < values.length; i++)
    out[i] = 0.5 * (values[i] as number) + 0.25 * ((values[i - 1] ?? 0) + (values[i + 1] ?? 0))
  return out
}

/** How much of a track swings at a frequency in Hz: 1 for a train of single clicks, 0 for nothing (Fourier tempogram). */
export function swing({ values, rate }: Track, hertz: number): number {
  const turn = (2 * Math.PI * hertz) / rate
  const [stepRe, stepIm] = [Math.cos(turn), Math.sin(turn)]
  let [re, im, sumRe, sumIm, sum] = [1, 0, 0, 0, 0]
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    sum += value
    sumRe += value * re
    sumIm += value * im
    ;[re, im] = [re * stepRe - im * stepIm, re * stepIm + im * stepRe]
  }
  return sum > 0 ? Math.hypot(sumRe, sumIm) / sum : 0
}
