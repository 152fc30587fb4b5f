import { describe, expect, it } from 'vitest'
import { tone } from '../signals-for-tests.ts'
import { createTruePeak } from './true-peak.ts'

const RATE = 48_000

const decibels = (sound: Float32Array, rate = RATE) => {
  const meter = createTruePeak(rate)
  meter.add(sound)
  return 20 * Math.log10(meter.end())
}
const within = (found: number, expected: number) => {
  expect(found).toBeLessThan(expected + 0.2)
  expect(found).toBeGreaterThan(expected - 0.4)
}
/** Fades in and out, so that the filter does not answer to the sudden start. */
const faded = (sound: Float32Array) =>
  sound.map((value, i) => value * Math.min(1, i / 500, (sound.length - i) / 500))

describe('EBU Tech 3341: true peak within +0.2 and -0.4 dB', () => {
  it.each([
    ['15', 4, 0, 0.5, -6],
    ['16', 4, 45, 0.5, -6],
    ['17', 6, 60, 0.5, -6],
    ['18', 8, 67.5, 0.5, -6],
    ['19', 4, 45, 1.41, 3],
  ])('case %s: a sine of a %dth of the rate', (_, part, degrees, gain, expected) => {
    const db = 20 * Math.log10(gain)
    const sine = tone({ rate: RATE, hertz: RATE / part, phase: (degrees * Math.PI) / 180 }, [
      { db, seconds: 0.1 },
    ])
    within(decibels(faded(sine)), expected)
  })

  it.each([
    ['20', 0],
    ['21', 1],
    ['22', 2],
    ['23', 3],
  ])(
    'case %s: a burst up to full scale, of which every fourth sample is kept, from the %dth',
    (_, offset) => {
      // band-limited by its slow envelope: a sine of a sixth of the rate that is at its highest in one place only
      const count = 1_200
      const burst = Float32Array.from({ length: count }, (_, i) => {
        const t = i + offset / 4 - count / 2
        return Math.cos((2 * Math.PI * t) / 6) * Math.exp(-((t / 40) ** 2))
      })
      within(decibels(burst), 0)
    },
  )
})

describe('true peak', () => {
  it('is right up to 20 kHz at 44.1 kHz', () => {
    const sine = faded(tone({ rate: 44_100, hertz: 20_000 }, [{ db: -6, seconds: 0.1 }]))
    within(decibels(sine, 44_100), -6)
  })

  it.each([8_000, 96_000, 192_000])('holds at %d Hz', (rate) => {
    const sine = faded(tone({ rate, hertz: 1_990, phase: 0.3 }, [{ db: -3, seconds: 0.2 }]))
    within(decibels(sine, rate), -3)
  })

  it('is above full scale where clipping squares a wave', () => {
    const clipped = tone({ rate: RATE, hertz: 4_321 }, [{ db: 20, seconds: 0.1 }]).map((value) =>
      Math.max(-1, Math.min(1, value)),
    )
    expect(decibels(clipped)).toBeGreaterThan(0.5)
  })

  it('hears a single sample, also at the very end', () => {
    expect(decibels(Float32Array.of(0.5))).toBeCloseTo(-6.02, 1)
    expect(decibels(Float32Array.of(...new Array<number>(600).fill(0), -0.5))).toBeCloseTo(-6.02, 1)
  })
})
