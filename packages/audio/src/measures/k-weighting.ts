export type KWeighting = {
  /** The sum of the squares of the weighted samples from `from` to before `to`. */
  energy(samples: Float32Array, from: number, to: number): number
}

/**
 * K-weighting of one channel (ITU-R BS.1770-4, annex 1): a shelf that lifts what is above 1.7 kHz by 4 dB, as a head does,
 * and a high-pass at 38 Hz. The standard gives coefficients for 48 kHz; the analogue filters they come from (De Man,
 * "Evaluation of implementations of the EBU R128 loudness measurement", AES 2018) are transformed for the rate at hand.
 */
export function createKWeighting(sampleRate: number): KWeighting {
  const { b0, b1, b2, a1, a2 } = shelving(sampleRate)
  const high = highPass(sampleRate)
  // transposed direct form II: two states a filter, copied into plain numbers for the length of a block
  const states = new Float64Array(4)
  return {
    energy(samples, from, to) {
      let [s1, s2, h1, h2] = states as unknown as [number, number, number, number]
      let sum = 0
      for (let i = from; i < to; i++) {
        const x = samples[i] as number
        const y = b0 * x + s1
        s1 = b1 * x - a1 * y + s2
        s2 = b2 * x - a2 * y
        const z = y + h1
        h1 = -2 * y - high.a1 * z + h2
        h2 = y - high.a2 * z
        sum += z * z
      }
      // a filter that rings out in numbers too small to hear is many times slower
      if (sum < 1e-30) states.fill(0)
      else states.set([s1, s2, h1, h2])
      return sum
    },
  }
}

/** `y = b0 x + b1 x' + b2 x'' - a1 y' - a2 y''` */
function shelving(sampleRate: number) {
  const quality = 0.7071752369554196
  const high = 10 ** (3.999843853973347 / 20)
  const band = high ** 0.4996667741545416
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate)
  const a0 = 1 + k / quality + k * k
  return {
    b0: (high + (band * k) / quality + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / quality + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / quality + k * k) / a0,
  }
}

/** `y = x - 2 x' + x'' - a1 y' - a2 y''` */
function highPass(sampleRate: number) {
  const quality = 0.5003270373238773
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate)
  const a0 = 1 + k / quality + k * k
  return { a1: (2 * (k * k - 1)) / a0, a2: (1 - k / quality + k * k) / a0 }
}
