import { describe, expect, it } from 'vitest'
import { barsOf, loudestOf, strokesOf } from './waveform'

const wave = (...pairs: [number, number][]) => ({ length: pairs.length, data: pairs.flat() })

describe('the bars of a waveform', () => {
  it('show the farthest sample of each stretch, on either side, against the loudest', () => {
    const four = wave([-10, 5], [-2, 20], [-40, 12], [-1, 1])
    expect(barsOf(four, 2)).toEqual([0.5, 1])
    expect(barsOf(four, 4)).toEqual([0.25, 0.5, 1, 0.04])
  })

  it('lose no peak, however unevenly the pixels fall into them', () => {
    const pixels = Array.from({ length: 1000 }, (_, at): [number, number] => [0, at === 619 ? 127 : 1])
    for (const count of [1, 3, 7, 333, 999]) {
      expect(barsOf(wave(...pixels), count).filter((bar) => bar === 1)).toHaveLength(1)
    }
  })

  it('are as many as asked for, when there are fewer pixels, or none', () => {
    expect(barsOf(wave([-8, 8], [-4, 4]), 4)).toEqual([1, 1, 0.5, 0.5])
    expect(barsOf(wave(), 3)).toEqual([0.04, 0.04, 0.04])
  })

  it('of a part are as high as they are in the whole', () => {
    const whole = wave([-10, 5], [-2, 20], [-40, 12])
    expect(barsOf(wave([-10, 5], [-2, 20]), 2, loudestOf(whole))).toEqual([0.25, 0.5])
  })

  it('of silence are a line', () => {
    expect(barsOf(wave([0, 0], [0, 0]), 2)).toEqual([0.04, 0.04])
  })
})

it('a bar is a stroke about the middle', () => {
  expect(strokesOf([1, 0.5])).toBe('M0.5 2.0V98.0M1.5 26.0V74.0')
  expect(strokesOf([1, 0.5], (at) => at === 1)).toBe('M1.5 26.0V74.0')
})
