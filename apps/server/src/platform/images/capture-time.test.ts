import { describe, expect, test } from 'vitest'
import { readCaptureTime } from './capture-time.ts'

const now = new Date('2026-11-21T12:00:00Z')
const read = (date: string, offset = '', subSec = '') =>
  readCaptureTime({ date, offset, subSec }, 'DateTimeOriginal', now)

test('reads the wall clock, its offset and its fraction', () => {
  expect(read('2026:07:01 21:30:05', '+02:00', '12')).toEqual({
    local: '2026-07-01T21:30:05',
    millisecond: 120,
    offset: '+02:00',
    source: 'DateTimeOriginal',
  })
})

test.each([
  ['', null],
  ['   :  ', null],
  ['Z', '+00:00'],
  ['-09:30', '-09:30'],
  ['+0530', '+05:30'],
  ['+99:00', null],
])('reads the offset "%s" as %s', (written, offset) => {
  expect(read('2026:07:01 21:30:05', written)?.offset).toBe(offset)
})

describe('takes for nonsense', () => {
  test.each([
    ['a clock never set', '0000:00:00 00:00:00'],
    ['an empty tag', '    :  :     :  :  '],
    ['the epoch of QuickTime', '1904:01:01 00:00:00'],
    ['the epoch of Unix', '1970:01:01 00:00:00'],
    ['the epoch of FAT', '1980:01:01 00:00:00'],
    ['the far future', '2099:01:01 00:00:00'],
    ['a day that is not', '2026:02:30 10:00:00'],
    ['an hour that is not', '2026:02:20 24:00:00'],
    ['words', 'last summer'],
  ])('%s', (_, date) => expect(read(date)).toBeNull())
})

test('allows for a camera one time zone ahead', () => {
  expect(read('2026:11:22 02:00:00')?.local).toBe('2026-11-22T02:00:00')
})

test('keeps old scanned photos', () => {
  expect(read('1969:08:15 17:00:00')?.local).toBe('1969-08-15T17:00:00')
})
