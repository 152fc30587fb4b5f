import { describe, expect, it } from 'vitest'
import { isTaken, mappingAfter, mostBytes, shownName } from './rules.ts'

const columns = ['Band', 'Where', 'Date', 'title']
const current = { artist_name: 'Band', show_date: 'Date' }

describe('columns meant otherwise', () => {
  it.each([
    ['fields by columns', { venue_name: 'Where' }, { ...current, venue_name: 'Where' }],
    ['columns by fields', { Where: 'venue_name' }, { ...current, venue_name: 'Where' }],
    ['a column means one thing', { notes: 'Band' }, { show_date: 'Date', notes: 'Band' }],
    ['a column that means nothing', { Band: null }, { show_date: 'Date' }],
    ['a field that no column says', { artist_name: '' }, { show_date: 'Date' }],
    ['a column called as a field is', { title: 'notes' }, { ...current, notes: 'title' }],
    [
      'the same field of another column',
      { Where: 'artist_name' },
      { artist_name: 'Where', show_date: 'Date' },
    ],
    ['nothing', {}, current],
    ['no such column', { venue_name: 'Nowhere' }, { unknown: 'venue_name' }],
  ])('%s', (_, given, after) => expect(mappingAfter(current, given, columns)).toEqual(after))
})

describe('a file', () => {
  const head = (text: string) => Buffer.from(text, 'latin1')
  it.each([
    ['csv', head('Band,Where'), true],
    ['csv', head('BMX Bandits,Paradiso'), true],
    ['csv', head('PK\x03\x04'), false],
    ['csv', head('\x1f\x8b\x08'), false],
    ['csv', head('\x89PNG\r\n'), false],
    ['csv', head('%PDF-1.7'), false],
    ['ics', head('BEGIN:VCALENDAR'), true],
    ['ics', head('PK\x03\x04'), false],
    ['export', head('PK\x03\x04'), true],
    ['export', head('{'), true],
    ['export', head('\x1f\x8b\x08'), false],
  ] as const)('of %s that begins with %s: %s', (source, bytes, taken) => {
    expect(isTaken(source, bytes)).toBe(taken)
  })

  it('is called what its sender called it, as far as that is a name', () => {
    expect(shownName('C:\\a\\b.csv')).toBe('b.csv')
    expect(shownName('../../etc/passwd')).toBe('passwd')
    expect(shownName('a\0b\u202ec')).toBe('abc')
    expect(shownName('/')).toBe(null)
    expect(shownName('x'.repeat(5000))).toHaveLength(200)
  })

  it('has room by its source', () => {
    expect(
      [mostBytes('csv'), mostBytes('export'), mostBytes(undefined)].map((bytes) => bytes / 1_048_576),
    ).toEqual([50, 4096, 4096])
  })
})
