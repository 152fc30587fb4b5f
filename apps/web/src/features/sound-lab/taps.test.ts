import { describe, expect, it } from 'vitest'
import { sayTapped, tempoOf, withTap } from './taps'

const tapped = (...times: number[]) => times.reduce<number[]>(withTap, [])

describe('tapping along', () => {
  it('says nothing before the third tap', () => {
    expect(tempoOf(tapped(0, 500))).toBeUndefined()
    expect(tempoOf(tapped(0, 500, 1000))).toBe(120)
  })

  it('is not led astray by one slip', () => {
    expect(tempoOf(tapped(0, 500, 1000, 1900, 2400, 2900))).toBe(120)
  })

  it('begins anew after a pause, and forgets old taps', () => {
    expect(tapped(0, 500, 1000, 9000)).toEqual([9000])
    expect(tapped(...Array.from({ length: 40 }, (_, at) => at * 400))).toHaveLength(12)
  })

  it('knows halves and doubles of what was found', () => {
    expect(sayTapped(119, 118)).toBe('You tap 119: the same.')
    expect(sayTapped(236, 118)).toBe('You tap 236: twice as fast.')
    expect(sayTapped(60, 118)).toBe('You tap 60: half as fast.')
    expect(sayTapped(80, 118)).toBe('You tap 80: slower than what was found.')
    expect(sayTapped(80, null)).toBe('You tap 80.')
  })
})
