import { beforeAll, describe, expect, it } from 'vitest'
import { TONICS } from '../analysis.ts'
import { type Ffts, loadFfts } from '../signal/fft.ts'
import { chords, createDice, groove, noise, tone } from '../signals-for-tests.ts'
import { ENGINE_RATE } from './measure.ts'
import { createTonality } from './tonality.ts'

let ffts: Ffts
beforeAll(async () => {
  ffts = await loadFfts()
})

const hear = (sound: Float32Array, block = 8_192) => {
  const measure = createTonality(ffts)
  for (let from = 0; from < sound.length; from += block) measure.add(sound.subarray(from, from + block))
  return measure.end()
}
const keyOf = (sound: Float32Array) => {
  const { tonic, mode } = hear(sound).key
  return `${tonic} ${mode}`
}
const transposed = (progression: readonly (readonly number[])[], by: number) =>
  progression.map((pitches) => pitches.map((pitch) => pitch + by))
const mixed = (a: Float32Array, b: Float32Array) => a.map((value, i) => value + (b[i] ?? 0))

/** I IV V I of C, and i iv V i of A, its relative minor. */
const MAJOR = [
  [48, 60, 64, 67],
  [41, 60, 65, 69],
  [43, 59, 62, 67],
  [48, 60, 64, 67],
]
const MINOR = [
  [45, 57, 60, 64],
  [50, 57, 62, 65],
  [40, 56, 59, 64],
  [45, 57, 60, 64],
]

describe('key', () => {
  it.each(TONICS.map((tonic, i) => [tonic, i] as const))('hears %s major', (tonic, i) => {
    expect(keyOf(chords(transposed(MAJOR, i)))).toBe(`${tonic} major`)
  })

  it.each(TONICS.map((tonic, i) => [tonic, i] as const))('hears %s minor', (tonic, i) => {
    expect(keyOf(chords(transposed(MINOR, i < 7 ? i + 3 : i - 9)))).toBe(`${tonic} minor`)
  })

  it('is less sure of chords that both a major key and its relative minor have, and names the other', () => {
    const sure = hear(chords(MAJOR)).key
    const shared = hear(chords([MAJOR[0]!, MINOR[0]!, MAJOR[1]!, [40, 55, 59, 64]])).key
    expect(shared.confidence).toBeLessThan(sure.confidence)
    const named = [shared, ...shared.alternatives]
    expect(named.map(({ tonic, mode }) => `${tonic} ${mode}`)).toEqual(
      expect.arrayContaining(['C major', 'A minor']),
    )
    expect(named.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1)
  })

  it('is the same with drums', () => {
    const drums = groove({ bpm: 120, beats: 2, seconds: 4 }, () => [
      { at: 0, kind: 'kick' },
      { at: 1, kind: 'snare' },
      { at: 0.5, kind: 'hat' },
      { at: 1.5, kind: 'hat' },
    ])
    expect(keyOf(mixed(chords(MINOR), drums))).toBe('A minor')
  })

  it('is not decided by one loud chord', () => {
    const sound = chords([...MAJOR, ...MAJOR, [42, 58, 61, 66]])
    const loud = sound.map((value, i) => (i > 8 * ENGINE_RATE ? 3 * value : value))
    expect(keyOf(loud)).toBe('C major')
  })
})

describe('tuning', () => {
  it.each([-40, -15, 0, 20, 45])('is found when all is %d cents off, and the key with it', (cents) => {
    const { key } = hear(chords(transposed(MAJOR, 2 + cents / 100)))
    expect(Math.abs(key.tuning! - cents)).toBeLessThan(4)
    expect(`${key.tonic} ${key.mode}`).toBe('D major')
  })
})

describe('chroma', () => {
  it('has the sounding pitch class at its highest', () => {
    const { chroma } = hear(tone({ rate: ENGINE_RATE, hertz: 440 }, [{ db: -12, seconds: 2 }]))
    for (const column of chroma.values.slice(1, -2)) expect(column[9]).toBe(1)
    expect(chroma.values.flat().every((value) => value >= 0 && value <= 1)).toBe(true)
  })

  it('covers the recording with at most 400 columns', () => {
    const seconds = 80
    const { chroma } = hear(noise(seconds))
    expect(chroma.values.length).toBeLessThanOrEqual(400)
    expect(chroma.values.length).toBeGreaterThan(200)
    expect(Math.abs(chroma.step * chroma.values.length - seconds)).toBeLessThan(2 * chroma.step)
  })
})

describe('what has no key', () => {
  const dice = createDice(7)
  it.each([
    ['nothing', new Float32Array(0)],
    ['one sample', Float32Array.of(1)],
    ['silence', new Float32Array(3 * ENGINE_RATE)],
    ['a steady offset', new Float32Array(3 * ENGINE_RATE).fill(0.5)],
    ['noise', Float32Array.from({ length: 6 * ENGINE_RATE }, dice)],
    ['no numbers', new Float32Array(ENGINE_RATE).fill(Number.NaN)],
    ['infinities', new Float32Array(ENGINE_RATE).fill(Number.POSITIVE_INFINITY)],
  ])('%s', (_, sound) => {
    const { key, chroma } = hear(sound)
    expect(key).toEqual({ tonic: null, mode: null, confidence: 0, alternatives: [], tuning: null })
    expect(chroma.values.flat().every(Number.isFinite)).toBe(true)
  })

  it('drums', () => {
    const drums = groove({ bpm: 120, beats: 2, seconds: 6 }, () => [
      { at: 0, kind: 'kick' },
      { at: 0.5, kind: 'hat' },
      { at: 1, kind: 'snare' },
      { at: 1.5, kind: 'hat' },
    ])
    expect(hear(drums).key.tonic).toBeNull()
  })
})

it('hears the same in blocks of any size', () => {
  const sound = chords(MAJOR.slice(0, 2))
  expect(hear(sound, 777)).toEqual(hear(sound, sound.length))
})

it('still hears clipped music', () => {
  expect(keyOf(chords(MAJOR).map((value) => Math.max(-0.2, Math.min(0.2, 2 * value))))).toBe('C major')
})
