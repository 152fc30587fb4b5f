import { expect, it } from 'vitest'
import { dayAfter, instantIn } from './wall-clock'

it('knows summer from winter, east from west', () => {
  expect(instantIn('Europe/Amsterdam', '2024-12-01', '20:00')).toBe('2024-12-01T19:00:00.000Z')
  expect(instantIn('Europe/Amsterdam', '2024-07-01', '20:00')).toBe('2024-07-01T18:00:00.000Z')
  expect(instantIn('America/Los_Angeles', '2024-12-01', '21:30')).toBe('2024-12-02T05:30:00.000Z')
  expect(instantIn('Asia/Kathmandu', '2024-12-01', '20:00')).toBe('2024-12-01T14:15:00.000Z')
})

it('takes the first of two equal times, and moves on one that the clocks skip', () => {
  expect(instantIn('Europe/Amsterdam', '2024-10-27', '02:30')).toBe('2024-10-27T00:30:00.000Z')
  expect(instantIn('Europe/Amsterdam', '2024-03-31', '02:30')).toBe('2024-03-31T01:30:00.000Z')
  expect(instantIn('Europe/Amsterdam', '2024-03-31', '03:30')).toBe('2024-03-31T01:30:00.000Z')
  expect(instantIn('America/New_York', '2024-11-03', '01:30')).toBe('2024-11-03T05:30:00.000Z')
})

it('counts days over the ends of months', () => {
  expect(dayAfter('2024-02-28')).toBe('2024-02-29')
  expect(dayAfter('2024-12-31', 7)).toBe('2025-01-07')
  expect(dayAfter('2024-03-01', -1)).toBe('2024-02-29')
})
