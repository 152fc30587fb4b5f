import type { Measure } from './measure.ts'

/**
 * Share of the samples at ENGINE_RATE at which the sign is another than before, 0 to 1; zeros keep the sign of what was
 * before them, so that silence has none. (Gouyon et al. 2000: high for noise and hiss, low for bass.)
 */
export function createZeroCrossingRate(): Measure<number> {
  let [count, crossings, before] = [0, 0, 0]
  return {
    add(block) {
      for (let i = 0; i < block.length; i++) {
        const sign = Math.sign(block[i] as number)
        if (sign === 0) continue
        if (sign === -before) crossings++
        before = sign
      }
      count += block.length
    },
    end: () => (count === 0 ? 0 : crossings / count),
  }
}
