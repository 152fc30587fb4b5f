import { describe, expect, it } from 'vitest'
import { isNarrowed, readMusicAddress, withPart } from './address'

describe('the address of my music', () => {
  it.each([
    ['nothing', {}, {}],
    [
      'all of it',
      { q: ' tide ', source: 'folder', mood: 'sad', features: 'awaited', sort: '-tempo' },
      { q: 'tide', source: 'folder', mood: 'sad', features: 'awaited', sort: '-tempo' },
    ],
    ['digits alone', { q: 1975 }, { q: '1975' }],
    [
      'what makes no sense',
      { q: '  ', source: 'radio', mood: 'bored', features: 'yes', sort: 'loudest' },
      {},
    ],
    ['words without end', { q: 'x'.repeat(300) }, { q: 'x'.repeat(200) }],
  ])('reads %s', (_, raw, ask) => {
    expect(readMusicAddress(raw)).toEqual(ask)
  })

  it('changes one part and leaves the others', () => {
    const ask = { q: 'tide', mood: 'sad', sort: 'name' } as const
    expect(withPart(ask, { mood: 'happy' })).toEqual({ ...ask, mood: 'happy' })
    expect(withPart(ask, { mood: undefined })).toEqual({ q: 'tide', sort: 'name' })
    expect(withPart(ask, { q: '' })).toEqual({ mood: 'sad', sort: 'name' })
  })

  it('is narrowed by everything but the order', () => {
    expect(isNarrowed({ sort: 'name' })).toBe(false)
    expect(isNarrowed({ sort: 'name', features: 'unknown' })).toBe(true)
  })
})
