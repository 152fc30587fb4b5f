import { expect, it } from 'vitest'
import { daysOf } from './rules.ts'

it.each([
  [{}, { from: null, to: null }],
  [{ month: 5 }, { from: null, to: null }],
  [{ year: 2024 }, { from: '2024-01-01', to: '2024-12-31' }],
  [
    { year: 2024, month: 2 },
    { from: '2024-02-01', to: '2024-02-29' },
  ],
  [
    { year: 2023, month: 12 },
    { from: '2023-12-01', to: '2023-12-31' },
  ],
  [
    { year: 2024, from: '2023-05-01', to: '2023-05-02' },
    { from: '2023-05-01', to: '2023-05-02' },
  ],
])('%j are these days', (span, days) => {
  expect(daysOf(span)).toEqual(days)
})
