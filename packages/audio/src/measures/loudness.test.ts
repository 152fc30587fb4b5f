import { describe, expect, it } from 'vitest'
import { createDice, tone } from '../signals-for-tests.ts'
import { createLoudness } from './loudness.ts'

type Part = { db: number; seconds: number }

const measure = (rate: number, channels: readonly Float32Array[], block = 4_096) => {
  const meter = createLoudness(rate, channels.length)
  for (let from = 0; from < channels[0]!.length; from += block)
    meter.add(channels.map((channel) => channel.subarray(from, from + block)))
  return meter.end()
}
const stereo = (rate: number, parts: readonly Part[]) => {
  const channel = tone({ rate, hertz: 1_000 }, parts)
  return measure(rate, [channel, channel])
}
const parts = (...pairs: [db: number, seconds: number][]): Part[] =>
  pairs.map(([db, seconds]) => ({ db, seconds }))

describe('EBU Tech 3341: integrated loudness within 0.1 LU', () => {
  it.each([
    ['1', 48_000, parts([-23, 20]), -23],
    ['2', 44_100, parts([-33, 20]), -33],
    ['3', 8_000, parts([-36, 10], [-23, 60], [-36, 10]), -23],
    ['4', 8_000, parts([-72, 10], [-36, 10], [-23, 60], [-36, 10], [-72, 10]), -23],
    ['5', 8_000, parts([-26, 20], [-20, 20.1], [-26, 20]), -23],
  ])('case %s', (_, rate, levels, lufs) => {
    expect(Math.abs(stereo(rate, levels).loudness_lufs! - lufs)).toBeLessThan(0.1)
  })

  it('case 6: five channels, and six, of which the low-frequency one is not heard', () => {
    const rate = 8_000
    const [front, centre, side, loud] = [-28, -24, -30, 0].map((db) =>
      tone({ rate, hertz: 1_000 }, parts([db, 20])),
    ) as [Float32Array, Float32Array, Float32Array, Float32Array]
    const five = measure(rate, [front, front, centre, side, side])
    expect(Math.abs(five.loudness_lufs! + 23)).toBeLessThan(0.1)
    const six = measure(rate, [front, front, centre, loud, side, side])
    expect(six.loudness_lufs).toBeCloseTo(five.loudness_lufs!, 6)
  })

  it('case 9: short-term loudness stays at -23 through steps of 10 dB', () => {
    const steps = Array.from({ length: 5 }, () => parts([-20, 1.34], [-30, 1.66])).flat()
    const { loudness_lufs, loudness_range } = stereo(48_000, steps)
    expect(Math.abs(loudness_lufs! + 23)).toBeLessThan(0.1)
    expect(loudness_range!).toBeLessThan(0.1)
  })
})

describe('EBU Tech 3342: loudness range within 1 LU', () => {
  it.each([
    ['1', parts([-20, 20], [-30, 20]), 10],
    ['2', parts([-20, 20], [-15, 20]), 5],
    ['3', parts([-40, 20], [-20, 20]), 20],
    ['4', parts([-50, 20], [-35, 20], [-20, 20], [-35, 20], [-50, 20]), 15],
  ])('case %s', (_, levels, range) => {
    expect(Math.abs(stereo(8_000, levels).loudness_range! - range)).toBeLessThan(0.2)
  })
})

describe('loudness', () => {
  it.each([8_000, 11_025, 44_100, 96_000, 192_000])('is the same at %d Hz', (rate) => {
    const { loudness_lufs } = stereo(rate, parts([-23, 1]))
    expect(Math.abs(loudness_lufs! + 23)).toBeLessThan(0.1)
  })

  it('counts one channel once', () => {
    const channel = tone({ rate: 48_000, hertz: 1_000 }, parts([-23, 1]))
    expect(measure(48_000, [channel]).loudness_lufs!).toBeCloseTo(-26.01, 1)
  })

  it('weighs what is high more and what is low less', () => {
    const at = (hertz: number) => {
      const channel = tone({ rate: 48_000, hertz }, parts([-23, 1]))
      return measure(48_000, [channel, channel]).loudness_lufs!
    }
    expect(at(5_000) + 23).toBeCloseTo(3.3, 0)
    expect(at(40) + 23).toBeLessThan(-5)
  })

  it('does not depend on how the sound is cut into blocks', () => {
    const dice = createDice()
    const sound = Float32Array.from({ length: 20_000 }, dice)
    const whole = measure(11_025, [sound], sound.length)
    const pieces = measure(11_025, [sound], 37)
    expect(pieces.loudness_lufs).toBeCloseTo(whole.loudness_lufs!, 9)
    expect(pieces.true_peak).toBeCloseTo(whole.true_peak!, 9)
  })

  it('is nothing where there is nothing', () => {
    const nothing = { loudness_lufs: null, loudness_range: null, true_peak: null }
    expect(createLoudness(44_100, 2).end()).toEqual(nothing)
    expect(measure(8_000, [new Float32Array(40_000)])).toEqual(nothing)
    expect(measure(8_000, [Float32Array.of(0.5)])).toMatchObject({ loudness_lufs: null })
  })

  it('does not hear a steady offset', () => {
    const sine = tone({ rate: 8_000, hertz: 1_000 }, parts([-23, 4]))
    const offset = sine.map((value) => value + 0.05)
    expect(measure(8_000, [offset]).loudness_lufs!).toBeCloseTo(measure(8_000, [sine]).loudness_lufs!, 1)
  })
})
