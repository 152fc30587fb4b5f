import { isRefusal } from '@sharemyshows/contract/errors'
import { describe, expect, it } from 'vitest'
import { readSortedCursor, writeSortedCursor } from './sorted-cursor.ts'

describe('a cursor of a list with several orders', () => {
  const id = '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10'
  it('is read as it was written, in its own order alone', () => {
    const place = { sort: 'bpm', value: '120.5', id } as const
    expect(readSortedCursor(writeSortedCursor(place), 'bpm', 'float8')).toEqual(place)
    expect(readSortedCursor(writeSortedCursor({ ...place, value: null }), 'bpm', 'float8')).toEqual({
      ...place,
      value: null,
    })
    expect(isRefusal(readSortedCursor(writeSortedCursor(place), '-bpm', 'float8'))).toBe(true)
  })

  it.each([
    ['', 'newest', 'uuid'],
    [Buffer.from('["bpm","x","y"]').toString('base64url'), 'bpm', 'float8'],
    [writeSortedCursor({ sort: 'bpm', value: 'Infinity', id }), 'bpm', 'float8'],
    [writeSortedCursor({ sort: 'bpm', value: '', id }), 'bpm', 'float8'],
    [writeSortedCursor({ sort: 'newest', value: 'x', id }), 'newest', 'uuid'],
    [writeSortedCursor({ sort: 'title', value: 'a\0', id }), 'title', 'text'],
    [writeSortedCursor({ sort: 'newest', value: '2024-13-01 00:00:00+00', id }), 'newest', 'timestamptz'],
    [writeSortedCursor({ sort: 'title', value: 'a', id: 'no id' }), 'title', 'text'],
  ] as const)('is refused when it is %s', (cursor, sort, type) => {
    expect(isRefusal(readSortedCursor(cursor, sort, type))).toBe(true)
  })
})
