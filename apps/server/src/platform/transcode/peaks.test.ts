import { describe, expect, it } from 'vitest'
import { createPeaks } from './peaks.ts'

const RATE = 8000

function peaksOf(samples: Float32Array, chunk = samples.length) {
  const peaks = createPeaks(RATE)
  for (let at = 0; at < samples.length; at += chunk) peaks.add(samples.subarray(at, at + chunk))
  return peaks.end()
}

const sine = (seconds: number, hertz: number, level: number) =>
  Float32Array.from({ length: seconds * RATE }, (_, i) => level * Math.sin((2 * Math.PI * hertz * i) / RATE))

describe('peaks', () => {
  it('reach as far as the sound does, to both sides', () => {
    const { data, length, samples_per_pixel } = peaksOf(sine(1, 440, 0.5))
    expect([length, samples_per_pixel]).toEqual([250, 32])
    expect(data).toHaveLength(500)
    for (let pixel = 0; pixel < length; pixel++) {
      expect(data[2 * pixel]).toBeGreaterThanOrEqual(-64)
      expect(data[2 * pixel]).toBeLessThan(-58)
      expect(data[2 * pixel + 1]).toBeGreaterThan(58)
      expect(data[2 * pixel + 1]).toBeLessThanOrEqual(64)
    }
  })

  it('lie where the sound lies, and nowhere else', () => {
    const samples = new Float32Array(RATE)
    samples[RATE / 2] = 1
    samples[RATE / 2 + 100] = -1
    const { data } = peaksOf(samples)
    const [rise, fall] = [RATE / 2 / 32, Math.floor((RATE / 2 + 100) / 32)]
    expect(data.flatMap((value, i) => (value === 0 ? [] : [[i, value]]))).toEqual([
      [2 * rise + 1, 127],
      [2 * fall, -128],
    ])
  })

  it('are the same in whatever chunks the sound comes', () => {
    const samples = sine(3, 3, 0.9)
    const whole = peaksOf(samples)
    for (const chunk of [1, 31, 32, 33, 4096]) expect(peaksOf(samples, chunk)).toEqual(whole)
  })

  it('stay below 8,000 pixels however long the sound, and lose no peak on the way', () => {
    const samples = new Float32Array(RATE * 120)
    const beats = [0, 17, 59.5, 119.9].map((second) => Math.round(second * RATE))
    for (const beat of beats) samples[beat] = 0.25
    const { data, length, samples_per_pixel } = peaksOf(samples, 4096)
    expect(samples_per_pixel).toBe(128)
    expect(length).toBe(7500)
    const found = data.flatMap((value, i) => (value === 0 ? [] : [(i - 1) / 2]))
    expect(found).toEqual(beats.map((beat) => Math.floor(beat / 128)))
  })

  it('are cut off at full scale, and silent where there is no number', () => {
    expect(peaksOf(Float32Array.of(7, -7)).data).toEqual([-128, 127])
    expect(peaksOf(Float32Array.of(Number.NaN)).data).toEqual([0, 0])
    expect(peaksOf(new Float32Array()).data).toEqual([])
  })
})
