import { ENGINE_RATE } from '../measure.ts'

const [LOWEST, HIGHEST] = [200, 4000]
/** Bins either side that are the neighbourhood: some 90 Hz. */
const REACH = 8
/** Every fourth frame is looked at, and compared with the second before it: 190 ms apart, twice the window. */
const EVERY = 4

/**
 * How much the partials of a sound stay where they are, -1 to 1: the correlation of the spectrum's fine structure (dB above
 * its neighbourhood, 200 to 4,000 Hz) with what it was 190 ms before. Held and repeated tones stay; the voice of a speaker
 * glides; noise and applause have no structure that lasts.
 */
export function createFineStructure(size: number) {
  const hertz = ENGINE_RATE / size
  const first = Math.ceil(LOWEST / hertz)
  const count = Math.floor(HIGHEST / hertz) - first
  const logs = new Float32Array(count + 2 * REACH)
  const past = [0, 1, 2].map(() => new Float32Array(count))
  let looked = 0

  const fine = (magnitudes: Float32Array, into: Float32Array) => {
    let sum = 0
    for (let i = 0; i < logs.length; i++) {
      const magnitude = magnitudes[first - REACH + i] as number
      logs[i] = Math.log(magnitude * magnitude + 1e-6)
      if (i < 2 * REACH + 1) sum += logs[i] as number
    }
    let mean = 0
    for (let i = 0; i < count; i++) {
      if (i > 0) sum += (logs[i + 2 * REACH] as number) - (logs[i - 1] as number)
      into[i] = (logs[i + REACH] as number) - sum / (2 * REACH + 1)
      mean += into[i] as number
    }
    for (let i = 0; i < count; i++) into[i] = (into[i] as number) - mean / count
  }

  return {
    /** Null for frames that are not looked at. */
    next(magnitudes: Float32Array, index: number): number | null {
      if (index % EVERY !== 0) return null
      const now = past[looked % 3] as Float32Array
      const before = past[(looked + 1) % 3] as Float32Array
      fine(magnitudes, now)
      looked++
      if (looked < 3) return null
      let [both, a, b] = [0, 0, 0]
      for (let i = 0; i < count; i++) {
        const [x, y] = [now[i] as number, before[i] as number]
        both += x * y
        a += x * x
        b += y * y
      }
      // what is silent in either has no partials that could last
      return a > count * 0.01 && b > count * 0.01 ? both / Math.sqrt(a * b) : 0
    },
  }
}
