import { hann } from '../../signal/window.ts'

/** Of each frame: its power, and how much its bass rises (dB). */
export type Envelopes = { rate: number; all: number[]; low: number[] }

/** Share of the level's movement that is at the rate of syllables (3 to 6 Hz), in two seconds around each step. */
export function modulation({ rate, all }: Envelopes, step: number, length: number): Float32Array {
  const size = Math.round(2 * rate)
  const window = hann(size)
  const rates = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9, 10, 11, 12]
  const waves = rates.map((hertz) => ({
    syllable: hertz >= 3 && hertz <= 6,
    cos: window.map((weight, i) => weight * Math.cos((2 * Math.PI * hertz * i) / rate)),
    sin: window.map((weight, i) => weight * Math.sin((2 * Math.PI * hertz * i) / rate)),
  }))
  const level = new Float32Array(size)
  return Float32Array.from({ length }, (_, at) => {
    const from = Math.round((at + 0.5) * step * rate - size / 2)
    let mean = 0
    for (let i = 0; i < size; i++) {
      level[i] = Math.sqrt(all[from + i] ?? 0)
      mean += level[i] as number
    }
    mean /= size
    if (mean < 1e-5) return 0
    let [syllables, total] = [0, 0]
    for (const { syllable, cos, sin } of waves) {
      let [re, im] = [0, 0]
      for (let i = 0; i < size; i++) {
        const moved = (level[i] as number) - mean
        re += moved * (cos[i] as number)
        im += moved * (sin[i] as number)
      }
      const power = re * re + im * im
      total += power
      if (syllable) syllables += power
    }
    // what hardly moves has no rate
    return total > 0 ? (syllables / total) * Math.min(1, Math.sqrt(total) / (mean * size * 0.1)) : 0
  })
}

/** Share of the frames of two seconds around each step whose power is below a tenth of the mean: speakers pause, bands hardly. */
export function pauses({ rate, all }: Envelopes, step: number, length: number): Float32Array {
  const size = Math.round(2 * rate)
  return Float32Array.from({ length }, (_, at) => {
    const from = Math.max(0, Math.round((at + 0.5) * step * rate - size / 2))
    const frames = all.slice(from, from + size)
    const mean = frames.reduce((sum, one) => sum + one, 0) / frames.length
    if (!(mean > 1e-9)) return 0
    return frames.filter((one) => one < mean / 10).length / frames.length
  })
}

/**
 * How regularly the bass strikes, 0 to 1: the greatest autocorrelation of its rises in six seconds around each step, at 0.25
 * to 1.2 seconds.
 */
export function lowPulse({ rate, low }: Envelopes, step: number, length: number): Float32Array {
  const size = Math.round(6 * rate)
  const [shortest, longest] = [Math.round(0.25 * rate), Math.round(1.2 * rate)]
  // two seconds are the least that changes such a window; what lies between is as its neighbour
  const every = Math.max(1, Math.round(2 / step))
  const values = new Float32Array(length)
  for (let at = 0; at < length; at += every) {
    const from = Math.max(0, Math.round((at + every / 2) * step * rate - size / 2))
    values.fill(regularity(low.slice(from, from + size), shortest, longest), at, at + every)
  }
  return values
}

function regularity(rises: number[], shortest: number, longest: number): number {
  if (rises.length < 2 * longest) return 0
  const mean = rises.reduce((sum, one) => sum + one, 0) / rises.length
  const centred = Float32Array.from(rises, (rise) => rise - mean)
  const at = (lag: number) => {
    let sum = 0
    for (let i = lag; i < centred.length; i++) sum += (centred[i] as number) * (centred[i - lag] as number)
    return sum / (centred.length - lag)
  }
  const power = at(0)
  if (power < 0.05) return 0
  let best = 0
  // a strike seldom falls on a frame: neighbours count with it
  for (let lag = shortest; lag <= longest; lag++)
    best = Math.max(best, (at(lag - 1) + 2 * at(lag) + at(lag + 1)) / (2 * power + 2 * at(1)))
  return Math.min(1, Math.max(0, best))
}
