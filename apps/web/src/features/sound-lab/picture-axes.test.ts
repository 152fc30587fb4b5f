import { describe, expect, it } from 'vitest'
import { heightOf, marksOf, sayPoint } from './picture-axes'
import type { Picture } from './pictures'

const picture: Picture = {
  width: 2,
  height: 3,
  values: Float32Array.of(-90, -60, -30, -80, -50, -20),
  step: 0.5,
  rows: [50, 100, 300],
  unit: 'Hz',
  range: { least: -100, most: 0, unit: 'dB' },
}

describe('the axes of a picture', () => {
  it('have each row in the middle of its height, and what lies between where it belongs', () => {
    expect(heightOf(picture, 50)).toBeCloseTo(1 / 6)
    expect(heightOf(picture, 100)).toBeCloseTo(0.5)
    expect(heightOf(picture, 200)).toBeCloseTo(2 / 3)
  })

  it('leave out what the picture does not reach', () => {
    expect([heightOf(picture, 20), heightOf(picture, 4000)]).toEqual([undefined, undefined])
    expect(marksOf(picture).map(({ words }) => words)).toEqual(['100', '200'])
  })

  it('name the twelve pitches', () => {
    const pitches = {
      rows: Array.from({ length: 12 }, (_, pitch) => pitch),
      height: 12,
      unit: 'pitch class' as const,
    }
    const marks = marksOf(pitches)
    expect(marks).toHaveLength(12)
    expect(marks[9]).toEqual({ words: 'A', height: 9.5 / 12 })
  })
})

describe('what a point of a picture says', () => {
  it('is its row and its value', () => {
    expect(sayPoint(picture, 0.6, 0.5)).toBe('100 Hz, −50 dB')
    expect(sayPoint(picture, 0, 0.99)).toBe('300 Hz, −30 dB')
  })

  it('is nothing beside the picture', () => {
    expect(sayPoint(picture, 1.2, 0.5)).toBeUndefined()
    expect(sayPoint(picture, -1, 0.5)).toBeUndefined()
  })
})
