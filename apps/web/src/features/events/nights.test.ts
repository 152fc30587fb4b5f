import { describe, expect, it } from 'vitest'
import { daysOf, groupByNight, sayNight } from './nights'

describe('days with a name', () => {
  it.each([
    ['2026-12-01', '2026-12-04', '2026-12-06'],
    ['2026-12-04', '2026-12-04', '2026-12-06'],
    ['2026-12-05', '2026-12-05', '2026-12-06'],
    ['2026-12-06', '2026-12-06', '2026-12-06'],
  ])('the weekend seen on %s', (today, from, to) => {
    expect(daysOf('weekend', today)).toEqual({ from, to })
  })

  it('tonight is one day, a week seven, over the turn of the year', () => {
    expect(daysOf('tonight', '2026-12-31')).toEqual({ from: '2026-12-31', to: '2026-12-31' })
    expect(daysOf('week', '2026-12-28')).toEqual({ from: '2026-12-28', to: '2027-01-03' })
  })
})

describe('nights', () => {
  it('are said as people say them', () => {
    expect(sayNight('2026-12-01', '2026-12-01')).toBe('Tonight')
    expect(sayNight('2026-12-02', '2026-12-01')).toBe('Tomorrow')
    expect(sayNight('2026-12-04', '2026-12-01')).toBe('Friday, 4 December')
    expect(sayNight('2027-01-01', '2026-12-01')).toBe('Friday, 1 January 2027')
  })

  it('keep their order', () => {
    const at = (show_date: string) => ({ show_date, time_zone: 'Europe/Amsterdam' })
    const nights = groupByNight([at('2030-01-02'), at('2030-01-02'), at('2030-01-03')])
    expect(nights.map(({ date, items }) => [date, items.length])).toEqual([
      ['2030-01-02', 2],
      ['2030-01-03', 1],
    ])
  })
})
