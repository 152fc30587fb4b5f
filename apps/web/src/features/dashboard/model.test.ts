import { describe, expect, it } from 'vitest'
import { barsOf, cellsOf, growthOf, sayVisits, sayYearsAgo, spanOfYears } from './model'

describe('the strip of a year', () => {
  it('has a cell a day', () => {
    expect(cellsOf(2023).length).toBe(365)
    expect(cellsOf(2024).at(59)?.date).toBe('2024-02-29')
    expect(cellsOf(2024).at(-1)?.date).toBe('2024-12-31')
  })

  it('begins its weeks on Monday, in the year and in each half', () => {
    const [first, , , , , , , eighth] = cellsOf(2023)
    // 1 January 2023 was a Sunday
    expect(first).toMatchObject({ weekday: 6, week: 0, half: 0, weekOfHalf: 0 })
    expect(eighth).toMatchObject({ weekday: 6, week: 1 })
    // 1 July 2023 was a Saturday
    expect(cellsOf(2023)[181]).toMatchObject({
      date: '2023-07-01',
      weekday: 5,
      week: 26,
      half: 1,
      weekOfHalf: 0,
    })
  })

  it.each([1996, 2012, 2024, 2040])('never needs more columns than there are, as in %i', (year) => {
    const cells = cellsOf(year)
    expect(Math.max(...cells.map(({ week }) => week))).toBeLessThan(54)
    expect(Math.max(...cells.map(({ weekOfHalf }) => weekOfHalf))).toBeLessThan(28)
  })
})

it('fills the years without a show', () => {
  const counted = [
    { year: 2024, shows: 5, upcoming: 2 },
    { year: 2022, shows: 1, upcoming: 0 },
  ]
  expect(barsOf(counted)).toEqual([
    { year: 2022, been: 1, upcoming: 0 },
    { year: 2023, been: 0, upcoming: 0 },
    { year: 2024, been: 3, upcoming: 2 },
  ])
  expect(barsOf([])).toEqual([])
})

it('lets one leaf from the first year to the last, and to this one', () => {
  expect(spanOfYears([{ year: 2027 }, { year: 2019 }], 2026)).toEqual([2019, 2027])
  expect(spanOfYears([], 2026)).toEqual([2026, 2026])
})

it('adds a year up to today beside the whole one before', () => {
  const months = [
    { month: '2023-01', shows: 2 },
    { month: '2023-12', shows: 3 },
    { month: '2024-01', shows: 1 },
    { month: '2024-03', shows: 4 },
  ]
  const growth = growthOf(months, '2024-03-09')
  expect(growth.map(({ before }) => before)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 5])
  expect(growth.map(({ now }) => now).slice(0, 4)).toEqual([1, 1, 5, null])
})

it('says visits and years as people do', () => {
  expect(sayVisits({ visit_count: 1, last_visit: '2024-05-03' })).toBe('1 visit, on 3 May 2024')
  expect(sayVisits({ visit_count: 12, last_visit: '2024-05-03' })).toBe('12 visits, the last on 3 May 2024')
  expect(sayYearsAgo({ show_date: '2025-11-21' }, '2026-11-21')).toBe('One year ago tonight')
  expect(sayYearsAgo({ show_date: '2016-11-21' }, '2026-11-21')).toBe('10 years ago tonight')
})
