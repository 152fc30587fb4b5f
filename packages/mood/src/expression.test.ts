import { describe, expect, it } from 'vitest'
import { fuse, likeliest } from './expression.ts'
import { MOODS, type Scores } from './moods.ts'

const of = (happy: number, sad: number, angry: number, neutral: number): Scores => ({
  happy,
  sad,
  angry,
  neutral,
})
const EVEN = of(0.25, 0.25, 0.25, 0.25)

/** What the two nets say, and what comes of it: exp((0.4 ln a + 0.6 ln b) / 1.9) in shares. */
const TRUTH: [what: string, first: Scores, second: Scores, fused: Scores][] = [
  ['nets without an opinion', EVEN, EVEN, EVEN],
  ['nets that see none of the four', of(0, 0, 0, 0), of(0, 0, 0, 0), EVEN],
  ['both sure', of(1, 0, 0, 0), of(1, 0, 0, 0), of(0.9267, 0.0244, 0.0244, 0.0244)],
  [
    'sure against sure: the second weighs more',
    of(1, 0, 0, 0),
    of(0, 1, 0, 0),
    of(0.2828, 0.5852, 0.066, 0.066),
  ],
  ['one sure, one without an opinion', of(0, 0, 1, 0), EVEN, of(0.1373, 0.1373, 0.588, 0.1373)],
  [
    'what they leave of the four counts alone',
    of(0.2, 0.1, 0, 0.1),
    of(0.2, 0.1, 0, 0.1),
    of(0.4076, 0.2837, 0.025, 0.2837),
  ],
]

describe('what two nets say of a face', () => {
  it.each(TRUTH)('%s', (_, first, second, expected) => {
    const fused = fuse(first, second)
    for (const mood of MOODS) expect(fused[mood]).toBeCloseTo(expected[mood], 3)
    expect(MOODS.reduce((sum, mood) => sum + fused[mood], 0)).toBeCloseTo(1, 12)
  })

  it('the likeliest mood is the reading, and its share the confidence', () => {
    expect(likeliest(of(0.1, 0.2, 0.6, 0.1))).toEqual({ mood: 'angry', confidence: 0.6 })
    expect(likeliest(null)).toEqual({ mood: null, confidence: 0 })
  })
})
