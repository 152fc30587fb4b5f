import { expect, it } from 'vitest'
import { conditionsOf, filterOf, isNarrowed, readDiarySearch } from './filter'

it('reads from an address what makes sense there', () => {
  expect(readDiarySearch({ artist: ' Spinvis ', year: '2019', scope: 'all', view: 'posters' })).toEqual({
    artist: 'Spinvis',
    year: 2019,
    scope: 'all',
    view: 'posters',
  })
  expect(readDiarySearch({ artist: '', year: 'soon', scope: 'theirs', view: 'map', page: 3 })).toEqual({})
  expect(readDiarySearch({ year: 1899 })).toEqual({})
})

it('takes a name of digits for a name', () => {
  expect(readDiarySearch({ q: 1975, artist: 311 })).toEqual({ q: '1975', artist: '311' })
})

it('asks the server for mine unless for everyone’s', () => {
  expect(filterOf({ view: 'posters', city: 'Utrecht' })).toEqual({ city: 'Utrecht', scope: 'mine' })
  expect(filterOf({ scope: 'all' })).toEqual({ scope: 'all' })
})

it('is narrowed by conditions alone', () => {
  expect(isNarrowed({ scope: 'all', view: 'posters' })).toBe(false)
  expect(isNarrowed({ q: 'x' })).toBe(true)
  expect(conditionsOf({ scope: 'all', artist: undefined, year: 2019 })).toEqual({ year: 2019 })
})
