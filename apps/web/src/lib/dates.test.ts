import { describe, expect, it } from 'vitest'
import {
  dateIn,
  dateParts,
  groupByYear,
  sayAgo,
  sayDate,
  sayInstant,
  sayRelative,
  sayShortDate,
  sayShowTime,
  timeIn,
} from './dates'

describe('dates as people say them', () => {
  it('says a whole date and the time', () => {
    expect(sayDate('2024-12-01')).toBe('Sunday, 1 December 2024')
    expect(sayShowTime('2024-12-01', '19:00')).toBe('Sunday, 1 December 2024 · 19:00')
    expect(sayShowTime('2024-12-01', '19:00:00')).toBe('Sunday, 1 December 2024 · 19:00')
    expect(sayShowTime('2024-12-01', null)).toBe('Sunday, 1 December 2024')
  })

  it('says a short date and gives the pieces of a date block', () => {
    expect(sayShortDate('2024-02-29')).toBe('29 Feb 2024')
    expect(dateParts('2024-12-01')).toEqual({ weekday: 'Sun', day: '1', month: 'Dec', year: '2024' })
  })

  it.each(['2024-02-30', '2023-02-29', '01-12-2024', '', '2024-1-1'])('refuses %j', (text) => {
    expect(() => sayDate(text)).toThrow(RangeError)
  })
})

describe('instants in the venue’s zone', () => {
  it('keeps the evening on the evening’s date', () => {
    expect(dateIn('America/Los_Angeles', '2024-12-02T05:30:00Z')).toBe('2024-12-01')
    expect(timeIn('America/Los_Angeles', '2024-12-02T05:30:00Z')).toBe('21:30')
    expect(dateIn('Pacific/Auckland', '2024-12-01T11:30:00Z')).toBe('2024-12-02')
  })

  it('says midnight as 00 and follows summer time', () => {
    expect(timeIn('Europe/Amsterdam', '2024-06-30T22:05:00Z')).toBe('00:05')
    expect(timeIn('Europe/Amsterdam', '2024-12-31T23:05:00Z')).toBe('00:05')
    expect(sayInstant('Europe/Amsterdam', '2024-12-01T20:14:00Z')).toBe('Sunday, 1 December 2024 · 21:14')
  })
})

describe('relative dates', () => {
  it.each([
    ['2024-12-01', 'today'],
    ['2024-12-02', 'tomorrow'],
    ['2024-11-30', 'yesterday'],
    ['2024-12-04', 'in 3 days'],
    ['2024-11-18', '13 days ago'],
    ['2024-11-17', '2 weeks ago'],
    ['2025-03-01', 'in 3 months'],
    ['2024-01-20', '10 months ago'],
    ['2023-12-02', '1 year ago'],
    ['2023-12-01', '1 year ago'],
    ['2019-06-01', '5 years ago'],
  ])('%s is %s', (date, said) => {
    expect(sayRelative(date, '2024-12-01')).toBe(said)
  })
})

it('groups by year and keeps the order', () => {
  const shows = [{ on: '2025-01-01' }, { on: '2024-12-31' }, { on: '2024-01-01' }]
  const groups = groupByYear(shows, (show) => show.on)
  expect(groups.map((group) => [group.year, group.items.length])).toEqual([
    ['2025', 1],
    ['2024', 2],
  ])
})

it('says how long ago something was', () => {
  const ago = (instant: string) => sayAgo(instant, Date.parse('2024-12-01T12:00:00Z'))
  expect(ago('2024-12-01T12:00:03.000Z')).toBe('just now')
  expect(ago('2024-12-01T11:59:01.000Z')).toBe('just now')
  expect(ago('2024-12-01T11:58:59.000Z')).toBe('1 minute ago')
  expect(ago('2024-12-01T09:30:00.000Z')).toBe('2 hours ago')
  expect(ago('2024-11-30T11:00:00.000Z')).toBe('yesterday')
  expect(ago('2024-11-20T11:00:00.000Z')).toBe('11 days ago')
  expect(ago('2022-11-20T11:00:00.000Z')).toBe('2 years ago')
})
