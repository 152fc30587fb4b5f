import { describe, expect, it } from 'vitest'
import { byArea, distinct, overlap, square } from './boxes.ts'

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom })

describe('boxes around faces', () => {
  it.each([
    ['the same', box(0, 0, 10, 10), box(0, 0, 10, 10), 1],
    ['half of each', box(0, 0, 10, 10), box(5, 0, 15, 10), 1 / 3],
    ['side by side', box(0, 0, 10, 10), box(10, 0, 20, 10), 0],
    ['far apart both ways', box(0, 0, 10, 10), box(20, 20, 30, 30), 0],
  ])('overlap: %s', (_, one, other, expected) => {
    expect(overlap(one, other)).toBeCloseTo(expected, 12)
    expect(overlap(other, one)).toBeCloseTo(expected, 12)
  })

  it('a square keeps the middle and takes the longer side', () => {
    expect(square(box(10, 20, 30, 60), 1.5)).toEqual(box(-10, 10, 50, 70))
  })

  it('of boxes over each other the surest stays, and the largest face comes first', () => {
    const small = { box: box(0, 0, 10, 10), confidence: 0.9 }
    const same = { box: box(1, 1, 11, 11), confidence: 0.8 }
    const large = { box: box(50, 50, 90, 90), confidence: 0.6 }
    const kept = distinct([large, same, small], 0.1)
    expect(kept).toEqual([small, large])
    expect(kept.map((face) => face.box).sort(byArea)).toEqual([large.box, small.box])
  })
})
