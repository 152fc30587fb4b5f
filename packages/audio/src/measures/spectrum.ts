import type { Ffts } from '../signal/fft.ts'
import { createStft } from '../signal/stft.ts'
import { ENGINE_RATE, type Measure } from './measure.ts'

const SIZE = 2048
/** Below it lie an offset and its leakage, which nobody hears. */
const FIRST_BIN = 2
/** A frame counts from -70 dB below full scale on; a sine of amplitude 1 has magnitudes that add up to `SIZE / 2`. */
const QUIETEST = (SIZE / 2) * 10 ** (-70 / 20)

/**
 * Mean spectral centroid in Hz, 0 to half of ENGINE_RATE: the mean frequency of a frame's magnitudes, each as heavy as
 * it is strong, of the frames that are not silent (Peeters 2004, 6.1.1; 93 ms Hann frames). Null where all are.
 */
export function createSpectralCentroid(ffts: Ffts): Measure<number | null> {
  let [sum, frames] = [0, 0]
  const stft = createStft(ffts, {
    size: SIZE,
    hop: SIZE,
    onFrame(magnitudes) {
      const centroid = centroidOf(magnitudes)
      if (centroid === null) return
      sum += centroid
      frames++
    },
  })
  return {
    add: stft.add,
    end() {
      stft.end()
      return frames === 0 ? null : sum / frames
    },
  }
}

function centroidOf(magnitudes: Float32Array): number | null {
  let [weighted, total] = [0, 0]
  for (let bin = FIRST_BIN; bin < magnitudes.length; bin++) {
    const magnitude = magnitudes[bin] as number
    weighted += bin * magnitude
    total += magnitude
  }
  return total < QUIETEST ? null : ((weighted / total) * ENGINE_RATE) / SIZE
}
