/** Most pixels of a waveform; whoever draws it draws fewer. */
const MOST_PIXELS = 8000
/** Samples a pixel covers to begin with: 4 ms at 8 kHz. */
const FINEST = 32

/** In the shape of BBC audiowaveform's JSON, version 2: a lowest and a highest sample a pixel, of 8 bits. */
export type Peaks = {
  version: 2
  channels: 1
  sample_rate: number
  samples_per_pixel: number
  bits: 8
  length: number
  data: number[]
}

/** -1 to 1 as 8 bits. */
const toByte = (sample: number) => Math.max(-128, Math.min(127, Math.round(sample * 128)))

/**
 * Gathers the peaks of a sound as it comes, of whatever length: once there are too many pixels, each two become one. So
 * four hours need no more memory than a minute.
 */
export function createPeaks(sampleRate: number): { add(samples: Float32Array): void; end(): Peaks } {
  const data = new Int8Array(2 * MOST_PIXELS)
  let pixels = 0
  let perPixel = FINEST
  let taken = 0
  let lowest = Infinity
  let highest = -Infinity

  const halve = () => {
    for (let pixel = 0; pixel < MOST_PIXELS / 2; pixel++) {
      data[2 * pixel] = Math.min(data[4 * pixel]!, data[4 * pixel + 2]!)
      data[2 * pixel + 1] = Math.max(data[4 * pixel + 1]!, data[4 * pixel + 3]!)
    }
    pixels = MOST_PIXELS / 2
    perPixel *= 2
  }
  const keep = () => {
    // samples that are no numbers are silence
    const silent = lowest > highest
    data[2 * pixels] = silent ? 0 : toByte(lowest)
    data[2 * pixels + 1] = silent ? 0 : toByte(highest)
    pixels++
    taken = 0
    lowest = Infinity
    highest = -Infinity
    if (pixels === MOST_PIXELS) halve()
  }
  return {
    add(samples) {
      for (const sample of samples) {
        if (sample < lowest) lowest = sample
        if (sample > highest) highest = sample
        if (++taken === perPixel) keep()
      }
    },
    end() {
      if (taken > 0) keep()
      return {
        version: 2,
        channels: 1,
        sample_rate: sampleRate,
        samples_per_pixel: perPixel,
        bits: 8,
        length: pixels,
        data: [...data.subarray(0, 2 * pixels)],
      }
    },
  }
}
