import { describe, expect, it } from 'vitest'
import { loadFfts } from '../signal/fft.ts'
import { clicks, groove, type Hit, noise, perform } from '../signals-for-tests.ts'
import { ENGINE_RATE } from './measure.ts'
import { createRhythm } from './rhythm.ts'

const ffts = await loadFfts()

function rhythmOf(sound: Float32Array, block = 4096) {
  const rhythm = createRhythm(ffts)
  for (let at = 0; at < sound.length; at += block) rhythm.add(sound.subarray(at, at + block))
  return rhythm.end()
}

const speed = (sound: Float32Array) => rhythmOf(sound).tempo.bpm ?? 0

/** Roots of a round of four chords, as MIDI pitches. */
const ROOTS = [48, 53, 55, 48]
const chord = (bar: number, at: number, length: number, gain = 0.6): Hit[] =>
  [0, 4, 7].map((third) => ({ kind: 'note', at, length, gain, pitch: (ROOTS[bar % 4] as number) + third }))
const bass = (bar: number, at: number, fifth = 0): Hit => ({
  kind: 'note',
  at,
  length: 0.9,
  pitch: (ROOTS[bar % 4] as number) - 12 + fifth,
})
const hats = (count: number, step: number): Hit[] =>
  Array.from({ length: count }, (_, i) => ({ kind: 'hat', at: i * step }))
const hit = (kind: 'kick' | 'snare' | 'hat', ...times: number[]): Hit[] => times.map((at) => ({ kind, at }))

const waltz = (bpm: number, seconds = 12) =>
  groove({ bpm, beats: 3, seconds }, (bar) => [bass(bar, 0), ...chord(bar, 1, 0.6), ...chord(bar, 2, 0.6)])
const march = (bpm: number, seconds = 12) =>
  groove({ bpm, beats: 4, seconds }, (bar) => [
    bass(bar, 0),
    bass(bar, 2, 7),
    ...chord(bar, 1, 0.6),
    ...chord(bar, 3, 0.6),
  ])

describe('tempo', () => {
  it.each([60, 77, 95, 107, 120, 150, 200])('is that of %i clicks a minute within 1 %', (bpm) => {
    const { tempo } = rhythmOf(clicks(bpm, 8))
    expect(Math.abs((tempo.bpm as number) / bpm - 1)).toBeLessThan(0.01)
    expect(tempo.confidence).toBeGreaterThan(0.5)
  })

  it.each([90, 140])('is the kick of %i a minute, not the eighths of the hats over it', (bpm) => {
    const sound = groove({ bpm, beats: 4, seconds: 10 }, () => [...hit('kick', 0, 1, 2, 3), ...hats(8, 0.5)])
    expect(speed(sound) / bpm).toBeCloseTo(1, 1)
  })

  it('is the beat of half-time drums, not their sixteenths', () => {
    const sound = groove({ bpm: 84, beats: 4, seconds: 12 }, () => [
      ...hit('kick', 0, 2.5),
      ...hit('snare', 1, 3),
      ...hats(16, 0.25),
    ])
    expect(speed(sound) / 84).toBeCloseTo(1, 1)
  })

  it('is the beat of swing, whose eighths are not even', () => {
    const sound = groove({ bpm: 140, beats: 4, seconds: 12 }, (bar) => [
      bass(bar, 0),
      bass(bar, 1, 4),
      bass(bar, 2, 7),
      bass(bar, 3, 9),
      ...hit('hat', 0, 1, 1.667, 2, 3, 3.667),
    ])
    expect(speed(sound) / 140).toBeCloseTo(1, 1)
  })

  it('says at which other speeds one could tap, the likeliest first', () => {
    const { tempo } = rhythmOf(march(90))
    const confidences = [tempo.confidence, ...tempo.alternatives.map(({ confidence }) => confidence)]
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a))
    expect(confidences.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-6)
    expect(tempo.alternatives.map(({ bpm }) => Math.round(bpm / 90))).toContain(2)
  })

  it('is that of most of a recording whose songs differ, and beats follow each song', () => {
    const parts = [clicks(100, 60), clicks(140, 30)]
    const sound = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
    sound.set(parts[0] as Float32Array)
    sound.set(parts[1] as Float32Array, (parts[0] as Float32Array).length)
    const { tempo, beats } = rhythmOf(sound)
    expect(tempo.bpm).toBeCloseTo(100, -0.5)
    const stepsFrom = (from: number, to: number) => {
      const inside = beats.filter((beat) => beat > from && beat < to)
      return (to - from) / inside.length
    }
    expect(stepsFrom(5, 55)).toBeCloseTo(0.6, 1)
    expect(stepsFrom(65, 85)).toBeCloseTo(60 / 140, 1)
  })
})

describe('beats', () => {
  it('lie on the clicks within 30 ms', () => {
    const { beats } = rhythmOf(clicks(120, 10))
    expect(beats.length).toBeGreaterThan(15)
    for (const beat of beats) expect(Math.abs(beat - Math.round(beat * 2) / 2)).toBeLessThan(0.03)
  })

  it('follow a player who is not even', () => {
    const times = Array.from({ length: 20 }, (_, i) => 0.4 + i * 0.5 + (i % 2) * 0.02)
    const { beats } = rhythmOf(
      perform(
        times.map((at) => ({ kind: 'click', at })),
        11,
      ),
    )
    const missed = times.slice(1, -1).filter((time) => !beats.some((beat) => Math.abs(beat - time) < 0.035))
    expect(missed).toEqual([])
  })
})

describe('time signature', () => {
  it.each([100, 150])('is 3/4 of a waltz at %i', (bpm) => {
    const found = rhythmOf(waltz(bpm))
    expect(found.time_signature).toBe('3/4')
    expect((found.tempo.bpm as number) / bpm).toBeCloseTo(1, 1)
  })

  it.each([100, 130])('is 4/4 of a march at %i', (bpm) => {
    const found = rhythmOf(march(bpm))
    expect(found.time_signature).toBe('4/4')
    expect((found.tempo.bpm as number) / bpm).toBeCloseTo(1, 1)
  })

  it('is 6/8 of a jig, whose beat is the dotted quarter', () => {
    const tunes = [
      [12, 16, 19, 24, 19, 16],
      [19, 16, 16, 12, 16, 24],
      [24, 24, 19, 16, 19, 12],
    ]
    const sound = groove({ bpm: 112, beats: 2, seconds: 14 }, (bar) => [
      ...(tunes[bar % tunes.length] as number[]).map(
        (step, i): Hit => ({
          kind: 'note',
          at: i / 3,
          length: 0.3,
          gain: i % 3 === 0 ? 1 : 0.7,
          pitch: (ROOTS[bar % 4] as number) + step,
        }),
      ),
      ...chord(bar, 0, 0.95),
      ...chord(bar, 1, 0.95, 0.5),
    ])
    const found = rhythmOf(sound)
    expect(found.time_signature).toBe('6/8')
    expect((found.tempo.bpm as number) / 112).toBeCloseTo(1, 1)
  })
})

describe('what does not pulse', () => {
  const held = Float32Array.from({ length: 8 * ENGINE_RATE }, (_, i) => 0.3 * Math.sin(i * 0.06))
  it.each([
    ['nothing at all', new Float32Array(0)],
    ['one sample', Float32Array.of(1)],
    ['silence', new Float32Array(5 * ENGINE_RATE)],
    ['a constant', new Float32Array(5 * ENGINE_RATE).fill(0.5)],
    ['a held note', held],
    ['noise', noise(10)],
    ['a single click', perform([{ kind: 'click', at: 3 }], 6)],
  ])('%s has no tempo', (_, sound) => {
    expect(rhythmOf(sound)).toMatchObject({
      tempo: { bpm: null, confidence: 0, alternatives: [] },
      beats: [],
      time_signature: null,
      time_signature_confidence: 0,
    })
  })

  it('has less clarity than clicks', () => {
    expect(rhythmOf(noise(10)).pulse_clarity).toBeLessThan(0.3)
    expect(rhythmOf(clicks(100, 10)).pulse_clarity).toBeGreaterThan(0.8)
  })
})

it('is the same whatever the blocks, and finite where samples are not', () => {
  const sound = march(110, 8)
  expect(rhythmOf(sound, 777)).toEqual(rhythmOf(sound, sound.length))
  const broken = sound.slice()
  broken[50_000] = Number.NaN
  broken[90_000] = Number.POSITIVE_INFINITY
  const { tempo, pulse_clarity } = rhythmOf(broken)
  expect(Number.isFinite(pulse_clarity)).toBe(true)
  expect(Number.isNaN(tempo.bpm)).toBe(false)
})
