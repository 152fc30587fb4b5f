import { describe, expect, it } from 'vitest'
import { asksAnything, readSearchAddress } from './address'

describe('the address of a search', () => {
  it('is read with what makes sense in it', () => {
    expect(readSearchAddress({ q: ' bjork ', kind: 'artists', page: 3 })).toEqual({
      q: 'bjork',
      kind: 'artists',
    })
    expect(readSearchAddress({ q: 1975 })).toEqual({ q: '1975' })
    expect(readSearchAddress({ q: '', kind: 'animals', year: 12, date: 'soon' })).toEqual({})
    expect(readSearchAddress({ q: 'x'.repeat(300) }).q).toHaveLength(200)
  })

  it('is one of shows as soon as something narrows them', () => {
    expect(readSearchAddress({ city: 'Utrecht', year: '2019', kind: 'people' })).toEqual({
      city: 'Utrecht',
      year: 2019,
      kind: 'shows',
    })
    expect(readSearchAddress({ date: '2024-12-01' })).toEqual({ date: '2024-12-01', kind: 'shows' })
  })

  it('asks something or nothing', () => {
    expect(
      [{}, { kind: 'shows' }, { q: 'a' }, { song: 'Creep' }].map((raw) =>
        asksAnything(readSearchAddress(raw)),
      ),
    ).toEqual([false, false, true, true])
  })
})
