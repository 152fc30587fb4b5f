import { describe, expect, it } from 'vitest'
import { createResampler } from './resample.ts'

const sine = (hertz: number, rate: number, seconds: number) =>
  Float32Array.from({ length: Math.round(rate * seconds) }, (_, i) =>
    Math.sin((2 * Math.PI * hertz * i) / rate),
  )

/** The sound at another rate, handed over in blocks of this size. */
function resampled(samples: Float32Array, from: number, to: number, block = samples.length): Float32Array {
  const resampler = createResampler(from, to)
  const parts: number[] = []
  for (let at = 0; at < samples.length; at += block)
    parts.push(...resampler.add(samples.subarray(at, at + block)))
  parts.push(...resampler.end())
  return Float32Array.from(parts)
}

/** The largest difference away from both ends, where the filter reaches into silence. */
function worst(a: Float32Array, b: Float32Array, margin: number): number {
  let most = 0
  for (let i = margin; i < a.length - margin; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!))
  return most
}

describe('createResampler', () => {
  it.each([8000, 11_025, 16_000, 22_050, 32_000, 44_100, 44_101, 48_000, 88_200, 96_000, 192_000])(
    'brings a sine of %i Hz sampling to 22,050 and 16,000, in time and as strong',
    (from) => {
      for (const to of [22_050, 16_000]) {
        const made = resampled(sine(1000, from, 0.25), from, to)
        expect(made).toHaveLength(Math.ceil((Math.round(from * 0.25) * to) / from))
        expect(worst(made, sine(1000, to, 0.25), 200)).toBeLessThan(0.005)
      }
    },
  )

  it('gives the same samples whatever the blocks', () => {
    const noise = Float32Array.from({ length: 5000 }, (_, i) => Math.sin(i * i))
    for (const from of [8000, 44_100, 192_000]) {
      const whole = resampled(noise, from, 22_050)
      for (const block of [1, 7, 1024]) expect(resampled(noise, from, 22_050, block)).toEqual(whole)
    }
  })

  it('takes out what the lower rate cannot hold, and keeps what it can', () => {
    const strength = (hertz: number) =>
      worst(resampled(sine(hertz, 48_000, 0.25), 48_000, 22_050), new Float32Array(9999), 200)
    expect(strength(8500)).toBeGreaterThan(0.97)
    expect(strength(13_000)).toBeLessThan(0.002)
    expect(strength(20_000)).toBeLessThan(0.001)
  })

  it('keeps a constant', () => {
    const made = resampled(new Float32Array(4410).fill(0.5), 44_100, 16_000)
    expect(worst(made, new Float32Array(made.length).fill(0.5), 50)).toBeLessThan(1e-4)
  })

  it.each([0, 1, 2])('has the right length after %i samples', (count) => {
    expect(resampled(new Float32Array(count).fill(1), 44_100, 22_050, 1)).toHaveLength(Math.ceil(count / 2))
    expect(resampled(new Float32Array(count).fill(1), 8000, 16_000, 1)).toHaveLength(2 * count)
  })
})
