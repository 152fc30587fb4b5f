import { ENGINE_RATE } from '../measure.ts'

const BANDS = 32
const [LOWEST, HIGHEST] = [50, 10_000]
/** Up to here it is bass drum and bass, Hz. */
const LOW = 150
const HIGH = 4000
/** Frames back with which a frame is compared: about 50 ms, more than half a window apart from what overlaps wholly. */
const LAG = 2

export type BandFrame = {
  /** A sine of full scale has 1. */
  power: number
  lowShare: number
  highShare: number
  /** Hz. */
  centroid: number
  /** Rise in dB, mean of all bands, of what was not there 50 ms ago, in this band or the next. */
  rise: number
  lowRise: number
  /** Share of the bands that rise by 6 dB or more. */
  broadness: number
}

/**
 * The frame in 32 bands of equal width on a logarithmic axis, and what is new in it: the rise against the greatest of the
 * same band and its neighbours 50 ms ago, so that vibrato and slides are not taken for onsets (SuperFlux: Böck and Widmer,
 * "Maximum filter vibrato suppression for onset detection", DAFx 2013).
 */
export function createBands(size: number) {
  const bins = size / 2 + 1
  const hertz = ENGINE_RATE / size
  const first = Math.ceil(LOWEST / hertz)
  const last = Math.min(bins - 1, Math.floor(HIGHEST / hertz))
  const bandOf = Uint8Array.from({ length: bins }, (_, bin) =>
    Math.min(
      BANDS - 1,
      Math.max(0, Math.floor((BANDS * Math.log((bin * hertz) / LOWEST)) / Math.log(HIGHEST / LOWEST))),
    ),
  )
  const filled = Uint8Array.from({ length: BANDS }, (_, band) =>
    bandOf.subarray(first, last).includes(band) ? 1 : 0,
  )
  const count = filled.reduce((sum, one) => sum + one, 0)
  const lowBands = bandOf[Math.floor(LOW / hertz)] as number
  const lowEnd = LOW / hertz
  const highStart = HIGH / hertz
  // the window takes five eighths of the power, and one side of the spectrum half of it
  const scale = 32 / (3 * size * size)
  const power = new Float64Array(BANDS)
  const past = Array.from({ length: LAG + 1 }, () => new Float32Array(BANDS).fill(-80))
  let index = 0

  const rises = (
    now: Float32Array,
    before: Float32Array,
  ): { rise: number; lowRise: number; broadness: number } => {
    let [rise, lowRise, broad] = [0, 0, 0]
    for (let band = 0; band < BANDS; band++) {
      if (filled[band] === 0) continue
      const below = before[band > 0 ? band - 1 : band] as number
      const above = before[band < BANDS - 1 ? band + 1 : band] as number
      const up = (now[band] as number) - Math.max(below, before[band] as number, above)
      if (up <= 0) continue
      rise += up
      if (band <= lowBands) lowRise += up
      if (up >= 6) broad++
    }
    return { rise: rise / count, lowRise, broadness: broad / count }
  }

  return {
    next(magnitudes: Float32Array): BandFrame {
      power.fill(0)
      let [all, low, high, sum, moment] = [0, 0, 0, 0, 0]
      for (let bin = first; bin <= last; bin++) {
        const magnitude = magnitudes[bin] as number
        const square = magnitude * magnitude
        const band = bandOf[bin] as number
        power[band] = (power[band] as number) + square
        all += square
        if (bin < lowEnd) low += square
        else if (bin >= highStart) high += square
        sum += magnitude
        moment += magnitude * bin
      }
      const now = past[index % past.length] as Float32Array
      for (let band = 0; band < BANDS; band++)
        now[band] = 10 * Math.log10((power[band] as number) * scale + 1e-8)
      const before = past[(index + 1) % past.length] as Float32Array
      index++
      return {
        power: all * scale,
        lowShare: all > 0 ? low / all : 0,
        highShare: all > 0 ? high / all : 0,
        centroid: sum > 0 ? (moment / sum) * hertz : 0,
        ...rises(now, before),
      }
    },
  }
}
