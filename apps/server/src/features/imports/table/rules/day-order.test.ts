import { describe, expect, it } from 'vitest'
import { dayOrderOf, emptyTally, tallyNumbers } from './day-order.ts'

/** A column of numbers parted by slashes, and so many days written otherwise. */
function tallyOf(days: [number, number][], others = 0, american = 0, elsewhere = 0) {
  const tally = { ...emptyTally(), all: days.length + others, american, elsewhere }
  for (const [first, second] of days) tallyNumbers(tally, '/Y', first, second)
  return tally
}

describe('the order of day and month', () => {
  it.each([
    [
      'is proven by a day beyond twelve',
      tallyOf([
        [3, 4],
        [13, 4],
      ]),
      'DMY',
      '/Y',
    ],
    [
      'is proven the American way',
      tallyOf([
        [3, 4],
        [4, 13],
      ]),
      'MDY',
      '/Y',
    ],
    [
      'is not, where many are written otherwise',
      tallyOf(
        [
          [3, 4],
          [13, 4],
        ],
        2,
      ),
      'DMY',
      null,
    ],
    [
      'is proven, where hardly any are',
      tallyOf(
        Array.from({ length: 19 }, () => [13, 4]),
        1,
      ),
      'DMY',
      '/Y',
    ],
    [
      'is not, against itself: most are followed',
      tallyOf([
        [13, 4],
        [14, 4],
        [4, 13],
      ]),
      'DMY',
      null,
    ],
    [
      'most are followed the other way',
      tallyOf([
        [13, 4],
        [4, 14],
        [4, 13],
      ]),
      'MDY',
      null,
    ],
    ['is a guess without any sign', tallyOf([[3, 4]]), 'DMY', null],
    ['is guessed by the country of most', tallyOf([[3, 4]], 0, 3, 1), 'MDY', null],
  ] as const)('%s', (_, tally, order, proven) => {
    expect(dayOrderOf(tally)).toEqual({ order, proven })
  })

  it('is guessed by the country of the row before that of most', () => {
    expect(dayOrderOf(tallyOf([[3, 4]], 0, 3, 1), false).order).toBe('DMY')
    expect(dayOrderOf(tallyOf([[3, 4]]), true).order).toBe('MDY')
  })
})
