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
  const [phases, step] = [to / shared, from / shared]
  const { taps, table } = filterOf(from, to, phases)
  const reach = taps / 2
  // before the first sample lies silence, so that the first output has a whole filter
  let held = new Float64Array(4 * taps)
  let filled = reach - 1
  let heard = 0
  let made = 0
  let phase = 0
  let at = 0

  const run = (most: number): Float32Array => {
    const room = Math.ceil(((filled - at) * phases) / step) + 1
    const output = new Float32Array(Math.max(0, Math.min(room, most - made)))
    let count = 0
    for (; at + taps <= filled && count < output.length; count++) {
      output[count] = dot(table, phase * taps, held, at, taps)
      phase += step
      at += Math.floor(phase / phases)
      phase %= phases
    }
    made += count
    // at high ratios the next output may lie beyond what has come
    const gone = Math.min(at, filled)
    held.copyWithin(0, gone, filled)
    filled -= gone
    at -= gone
    return output.subarray(0, count)
  }
  const hold = (block: Float32Array) => {
    if (filled + block.length > held.length) {
      const larger = new Float64Array(filled + block.length + taps)
      larger.set(held.subarray(0, filled))
      held = larger
    }
    held.set(block, filled)
    filled += block.length
  }
  return {
    add(block) {
      heard += block.length
      hold(block)
      return run(Number.POSITIVE_INFINITY)
    },
    end() {
      hold(new Float32Array(taps))
      return run(Math.ceil((heard * to) / from))
    },
  }
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

/** One row of taps a phase, each with a sum of one, so that a constant stays what it is. */
function filterOf(from: number, to: number, phases: number): { taps: number; table: Float64Array } {
  const share = Math.min(1, to / from)
  const reach = 2 * Math.ceil(CROSSINGS / share / 2)
  const taps = 2 * reach
  const table = new Float64Array(phases * taps)
  const row = new Float64Array(taps)
  const atCentre = bessel(BETA)
  for (let phase = 0; phase < phases; phase++) {
    let sum = 0
    for (let tap = 0; tap < taps; tap++) {
      const time = tap - reach + 1 - phase / phases
      const edge = 1 - (time / reach) ** 2
      const angle = 2 * Math.PI * CUTOFF * share * time
      const sinc = angle === 0 ? 1 : Math.sin(angle) / angle
      row[tap] = edge <= 0 ? 0 : (sinc * bessel(BETA * Math.sqrt(edge))) / atCentre
      sum += row[tap] as number
    }
    for (let tap = 0; tap < taps; tap++) table[phase * taps + tap] = (row[tap] as number) / sum
  }
  return { taps, table }
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

/** Four sums side by side, which the processor adds at once; `taps` is a multiple of four. */
function dot(table: Float64Array, row: number, held: Float64Array, at: number, taps: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let tap = 0; tap < taps; tap += 4) {
    const weight = row + tap
    const sample = at + tap
    a += (table[weight] as number) * (held[sample] as number)
    b += (table[weight + 1] as number) * (held[sample + 1] as number)
    c += (table[weight + 2] as number) * (held[sample + 2] as number)
    d += (table[weight + 3] as number) * (held[sample + 3] as number)
  }
  return a + b + (c + d)
}
