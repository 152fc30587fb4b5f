import { expect, it } from 'vitest'
import { loadFfts } from '../signal/fft.ts'
import { groove, noise } from '../signals-for-tests.ts'
import { applause, band, silence, speaking } from '../stage-for-tests.ts'
import { CURVES } from './descriptors/steps.ts'
import { createDescriptors, type Descriptors, STEP } from './descriptors.ts'
import { ENGINE_RATE } from './measure.ts'

const ffts = await loadFfts()

function described(sound: Float32Array, block = ENGINE_RATE): Descriptors {
  const measure = createDescriptors(ffts)
  for (let at = 0; at < sound.length; at += block) measure.add(sound.subarray(at, at + block))
  return measure.end()
}

/** Mean of a curve without the first and the last step. */
function within(descriptors: Descriptors, name: (typeof CURVES)[number]): number {
  const part = descriptors[name].subarray(1, -1)
  return part.reduce((sum, value) => sum + value, 0) / part.length
}

const sine = (hertz: number, seconds: number, gain = 0.5) =>
  Float32Array.from(
    { length: seconds * ENGINE_RATE },
    (_, i) => gain * Math.sin((2 * Math.PI * hertz * i) / ENGINE_RATE),
  )

it('steps are half a second, and the last one covers what is left', () => {
  expect(STEP).toBe(0.5)
  const { length, step, ...curves } = described(noise(2.3))
  expect(length).toBe(5)
  expect(step).toBe(STEP)
  for (const name of CURVES) expect(curves[name]).toHaveLength(5)
})

it('a sine is where it is: level, centroid, crossings; it stays, and all of it is a peak', () => {
  const descriptors = described(sine(1000, 3))
  expect(within(descriptors, 'level')).toBeCloseTo(-9.03, 1)
  expect(within(descriptors, 'crest')).toBeCloseTo(3.01, 1)
  expect(within(descriptors, 'zeroCrossings')).toBeCloseTo(2000 / ENGINE_RATE, 3)
  expect(within(descriptors, 'rolloff')).toBeGreaterThan(980)
  expect(within(descriptors, 'rolloff')).toBeLessThan(1030)
  expect(within(descriptors, 'centroid')).toBeGreaterThan(950)
  expect(within(descriptors, 'centroid')).toBeLessThan(1200)
  expect(within(descriptors, 'steadiness')).toBeGreaterThan(0.9)
  expect(within(descriptors, 'novelty')).toBeLessThan(1)
})

it('noise is flat, its structure does not last and it has no peaks', () => {
  const descriptors = described(noise(4))
  expect(within(descriptors, 'flatness')).toBeGreaterThan(0.7)
  expect(Math.abs(within(descriptors, 'steadiness'))).toBeLessThan(0.05)
  expect(within(descriptors, 'peakiness')).toBeLessThan(2)
  expect(within(descriptors, 'highShare')).toBeCloseTo((10_000 - 4000) / (10_000 - 50), 1)
})

it('music, speech and applause differ in what tells them apart', () => {
  const [music, speech, clapping] = [band(8), speaking(8), applause(8)].map((sound) => described(sound))
  if (!music || !speech || !clapping) throw new Error('described nothing')
  for (const other of [speech, clapping])
    expect(within(music, 'steadiness')).toBeGreaterThan(within(other, 'steadiness') + 0.3)
  expect(within(speech, 'pauses')).toBeGreaterThan(within(clapping, 'pauses') + 0.15)
  expect(within(speech, 'modulation')).toBeGreaterThan(0.5)
  expect(within(clapping, 'peakiness')).toBeLessThan(within(music, 'peakiness') - 3)
})

it('a bass drum on every beat is regular, one at odd times is not', () => {
  const even = described(
    groove({ bpm: 120, beats: 4, seconds: 10 }, () => [0, 1, 2, 3].map((at) => ({ kind: 'kick', at }))),
  )
  const odd = described(
    groove({ bpm: 120, beats: 20, seconds: 10 }, () =>
      [0, 0.7, 2.9, 3.3, 5.2, 7.9, 8.5, 11.3, 12, 15.1, 16.6, 18.9].map((at) => ({ kind: 'kick', at })),
    ),
  )
  expect(within(even, 'lowPulse')).toBeGreaterThan(0.7)
  expect(within(odd, 'lowPulse')).toBeLessThan(within(even, 'lowPulse') - 0.25)
})

it('however the sound is cut into blocks, the descriptors are the same', () => {
  const sound = band(3)
  expect(described(sound, 777)).toEqual(described(sound))
})

it('silence, one sample, none, a constant and clipping give numbers', () => {
  const constant = new Float32Array(ENGINE_RATE).fill(0.5)
  const clipped = sine(200, 1, 50).map((sample) => Math.min(1, Math.max(-1, sample)))
  for (const sound of [silence(2), new Float32Array([0.5]), new Float32Array(0), constant, clipped]) {
    const descriptors = described(sound)
    expect(descriptors.length).toBe(Math.ceil(sound.length / (STEP * ENGINE_RATE)))
    for (const name of CURVES) expect(descriptors[name].every(Number.isFinite)).toBe(true)
  }
  const nothing = described(silence(2))
  expect([...nothing.level]).toEqual([-120, -120, -120, -120])
  expect([...nothing.novelty, ...nothing.flatness, ...nothing.steadiness].every((value) => value === 0)).toBe(
    true,
  )
})
