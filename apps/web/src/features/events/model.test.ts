import { describe, expect, it } from 'vitest'
import { sayDistance, sayEnd, saySeats } from './model'

describe('what is said of an event', () => {
  it.each([
    [40, 'under 1 km'],
    [1240, '1.2 km'],
    [3000, '3 km'],
    [9960, '10 km'],
    [41_234, '41 km'],
  ])('%s m away', (metres, said) => {
    expect(sayDistance(metres)).toBe(said)
  })

  it('seats are told when few are left', () => {
    expect([null, 0, 1, 13, 200].map((seats_left) => saySeats({ seats_left }))).toEqual([
      undefined,
      'Full, with a waitlist',
      'One seat left',
      '13 seats left',
      undefined,
    ])
  })

  it('the end names its day when it is another one', () => {
    const night = { show_date: '2026-12-04', time_zone: 'Europe/Amsterdam' }
    expect(sayEnd({ ...night, ends_at: '2026-12-04T22:00:00.000Z' })).toBe('23:00')
    expect(sayEnd({ ...night, ends_at: '2026-12-05T02:00:00.000Z' })).toBe('03:00')
    expect(sayEnd({ ...night, ends_at: '2026-12-06T11:00:00.000Z' })).toBe('Sunday, 6 December, 12:00')
  })
})
