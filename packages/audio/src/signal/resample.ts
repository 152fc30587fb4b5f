import { createPolyphase } from './polyphase.ts'

/** Zero crossings of the sinc on either side, counted at the lower of both rates. */
const CROSSINGS = 12
/** Shape of the Kaiser window: some 60 dB of what does not belong is gone. */
const BETA = 6
/** Where the filter is at half, as a share of the lower rate: what still folds back comes to lie above 0.44 of it. */
const CUTOFF = 0.475

export type Resampler = {
  /** The samples that are complete so far; memory of their own. */
  add(block: Float32Array): Float32Array
  /** What was held back for want of samples to come. */
  end(): Float32Array
}

/**
 * Brings a sound that comes in blocks of any size from one whole rate to another: windowed-sinc polyphase filter (Kaiser;
 * Smith, Digital Audio Resampling), linear phase without delay: output `i` is what sounds at `i / to` seconds. The same
 * samples come out whatever the blocks. Flat within 0.1 dB up to 0.39 of the lower rate.
 */
export function createResampler(from: number, to: number): Resampler {
  if (from === to) return { add: (block) => block.slice(), end: () => new Float32Array(0) }
  const shared = divisor(from, to)
  const rows = rowsOf(from, to, to / shared)
  const taps = (rows[0] as Float32Array).length
  const advances = rows.map((_, output) => passed(output + 1) - passed(output))
  // before the first sample lies silence, so that the first output has a whole filter
  const filter = createPolyphase(rows, advances, taps / 2 - 1)
  let [heard, made] = [0, 0]

  const run = (block: Float32Array, most: number): Float32Array => {
    const output = new Float32Array(Math.ceil((block.length * to) / from) + 1)
    let count = 0
    filter.add(block, (part) => {
      const kept = part.subarray(0, most - made)
      output.set(kept, count)
      count += kept.length
      made += kept.length
    })
    return output.subarray(0, count)
  }
  return {
    add(block) {
      heard += block.length
      return run(block, Number.POSITIVE_INFINITY)
    },
    end: () => run(new Float32Array(taps), Math.ceil((heard * to) / from)),
  }

  /** Samples between the first output and the one so many on. */
  function passed(outputs: number): number {
    return Math.floor((outputs * from) / to)
  }
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

/** A row of taps for each output until they stand between samples as the first did; the sum of one keeps a constant as it is. */
function rowsOf(from: number, to: number, outputs: number): Float32Array[] {
  const share = Math.min(1, to / from)
  const reach = 2 * Math.ceil(CROSSINGS / share / 2)
  const atCentre = bessel(BETA)
  return Array.from({ length: outputs }, (_, output) => {
    const beyond = ((output * from) % to) / to
    const row = Float64Array.from({ length: 2 * reach }, (_, tap) => {
      const time = tap - reach + 1 - beyond
      const edge = 1 - (time / reach) ** 2
      const angle = 2 * Math.PI * CUTOFF * share * time
      const sinc = angle === 0 ? 1 : Math.sin(angle) / angle
      return edge <= 0 ? 0 : (sinc * bessel(BETA * Math.sqrt(edge))) / atCentre
    })
    const sum = row.reduce((total, tap) => total + tap, 0)
    return Float32Array.from(row, (tap) => tap / sum)
  })
}

/** Modified Bessel function of the first kind, order zero, by its series. */
function bessel(x: number): number {
  let [sum, term] = [1, 1]
  for (let k = 1; term > 1e-12 * sum; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}
