import { describe, expect, it } from 'vitest'
import { anAnalysis } from './analysis-for-tests'
import { cropped, fromAround, mostZoom, PITCHES, readingAt, ticksIn, within } from './timeline'

describe('what is in sight of a recording', () => {
  it('grows about a moment that stays where it is, and never beyond the ends', () => {
    expect(fromAround({ from: 0, to: 100 }, 25, 20, 100)).toBe(20)
    expect(fromAround({ from: 0, to: 100 }, 0, 20, 100)).toBe(0)
    expect(fromAround({ from: 0, to: 100 }, 100, 20, 100)).toBe(80)
    expect(fromAround({ from: 20, to: 40 }, 30, 100, 100)).toBe(0)
  })

  it('cannot be magnified below some seconds, nor a short one at all', () => {
    expect(mostZoom(3)).toBe(1)
    expect(mostZoom(400)).toBe(100)
  })

  it('is marked at round moments, not more than there is room for', () => {
    expect(ticksIn({ from: 0, to: 200 }, 8)).toEqual([0, 30, 60, 90, 120, 150, 180])
    expect(ticksIn({ from: 61, to: 69 }, 8)).toEqual([61, 62, 63, 64, 65, 66, 67, 68, 69])
    expect(ticksIn({ from: 0, to: 14_400 }, 6).length).toBeLessThanOrEqual(7)
    expect(ticksIn({ from: 0, to: 0 }, 6)).toHaveLength(1)
  })

  it('takes its share of the waveform', () => {
    const wave = { length: 4, data: [-1, 1, -2, 2, -3, 3, -4, 4] }
    expect(cropped(wave, { from: 5, to: 15 }, 20)).toEqual({ length: 2, data: [-2, 2, -3, 3] })
    expect(cropped(wave, { from: 0, to: 0 }, 20)).toEqual({ length: 1, data: [-1, 1] })
  })

  it('has the beats that fall into it', () => {
    expect(within([0.5, 1, 1.5, 2], { from: 1, to: 2 })).toEqual([1, 1.5])
    expect(within([], { from: 0, to: 9 })).toEqual([])
  })
})

describe('what is said of a moment', () => {
  const analysis = anAnalysis({
    segments: [
      { kind: 'applause', start: 0, end: 2, confidence: 1 },
      { kind: 'music', start: 2, end: 8, confidence: 1 },
    ],
    songs: [{ start: 2, end: 8, confidence: 1 }],
    energy_curve: { step: 4, values: [0.1, 0.9] },
    chroma: { step: 4, values: [Array<number>(12).fill(0), [0.6, 0, 0, 0.2, 1, 0, 0, 0.7, 0, 0, 0.55, 0]] },
  })

  it('names section, song, energy and the strongest pitches', () => {
    expect(readingAt(analysis, 1)).toEqual({ kind: 'applause', song: undefined, energy: 0.1, pitches: [] })
    expect(readingAt(analysis, 5)).toEqual({ kind: 'music', song: 1, energy: 0.9, pitches: ['E', 'G', 'C'] })
  })

  it('says nothing beyond the end', () => {
    const nothing = { kind: undefined, song: undefined, energy: undefined, pitches: [] }
    expect(readingAt(analysis, 99)).toEqual(nothing)
  })

  it('knows the twelve pitches in the order of their height', () => {
    expect(PITCHES.join(' ')).toBe('C D♭ D E♭ E F F♯ G A♭ A B♭ B')
  })
})
