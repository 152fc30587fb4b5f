import type { MoodCounts, MoodSample } from '@sharemyshows/contract/moods'
import { describe, expect, it } from 'vitest'
import { byDay, dayColumns, dayTicks, lanesOf, mostOften, saySource, tableOf } from './history'

const counts = (part: Partial<MoodCounts>): MoodCounts => ({
  happy: 0,
  sad: 0,
  angry: 0,
  neutral: 0,
  unsure: 0,
  ...part,
})
const day = (date: string, part: Partial<MoodCounts>) => ({
  date,
  moods: counts(part),
  valence: 0.5,
  energy: 0.5,
})

describe('days', () => {
  it('are all there up to today, over the end of a month, too', () => {
    const columns = dayColumns([day('2024-03-01', { happy: 2 })], 3, '2024-03-01')
    expect(columns.map(({ name, counts: { happy } }) => [name, happy])).toEqual([
      ['2024-02-28', 0],
      ['2024-02-29', 0],
      ['2024-03-01', 2],
    ])
  })

  it('are gathered to weeks where they are many', () => {
    const columns = dayColumns(
      [day('2024-01-01', { sad: 1 }), day('2024-12-30', { sad: 3 })],
      365,
      '2024-12-30',
    )
    expect(columns).toHaveLength(53)
    expect(columns[0]).toEqual({ name: '2024-01-01', counts: counts({ sad: 1 }) })
    expect(columns.at(-1)?.counts.sad).toBe(3)
  })

  it.each([
    [7, ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']],
    [30, ['2 Nov', '17 Nov', '1 Dec']],
  ])('are named below %d columns', (days, labels) => {
    expect(dayTicks(dayColumns([], days, '2024-12-01')).map(({ label }) => label)).toEqual(labels)
  })
})

describe('lanes', () => {
  const columns = [
    { name: 'one', counts: counts({ happy: 1, unsure: 2 }) },
    { name: 'none', counts: counts({}) },
    { name: 'two', counts: counts({ happy: 3 }) },
  ]

  it('are those of the moods that were', () => {
    expect(lanesOf(columns)).toEqual([
      { mood: 'happy', name: 'Happy', total: 4, counts: [1, 0, 3] },
      { mood: null, name: 'Not sure', total: 2, counts: [2, 0, 0] },
    ])
  })

  it('stand in a table without what is empty', () => {
    expect(tableOf('When', columns, (name) => name.toUpperCase())).toEqual({
      columns: ['When', 'Happy', 'Not sure'],
      rows: [
        ['ONE', '1', '2'],
        ['TWO', '3', '0'],
      ],
    })
  })
})

it('the most frequent mood is one that was', () => {
  expect(mostOften(counts({ sad: 2, angry: 3, unsure: 9 }))).toBe('angry')
  expect(mostOften(counts({ unsure: 9 }))).toBeUndefined()
})

it.each<[Partial<MoodSample>, string]>([
  [{ mood: 'happy', source: 'camera', confidence: 0.842 }, 'by camera, 84 % sure'],
  [{ mood: null, source: 'camera', confidence: 0.4 }, 'by camera'],
  [{ mood: 'sad', source: 'pad' }, 'in the field'],
  [{ mood: 'sad', source: 'corrected', corrected_from: 'angry' }, 'put right, it said Angry'],
  [{ mood: 'sad', source: 'corrected', corrected_from: null }, 'put right'],
])('%o says how it came about', (sample, said) => {
  expect(saySource(sample as MoodSample)).toBe(said)
})

it('moods stand under the days of my own clock', () => {
  const samples = ['2024-12-01T23:30:00.000Z', '2024-12-01T20:00:00.000Z'].map(
    (created_at) => ({ created_at }) as MoodSample,
  )
  expect(byDay(samples, 'Europe/Amsterdam').map(({ name }) => name)).toEqual([
    'Monday, 2 December 2024',
    'Sunday, 1 December 2024',
  ])
  expect(byDay(samples, 'UTC')).toHaveLength(1)
})
