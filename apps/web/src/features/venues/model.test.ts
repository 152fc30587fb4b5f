import { expect, it } from 'vitest'
import { mapOf, numbersOf } from './model'

const counts = { shows: 31, upcoming: 2, artists: 1 }
const my = { visits: 9, first: '2014-10-11', last: '2024-12-01', next: null }
const said = (page: Parameters<typeof numbersOf>[0]) =>
  numbersOf(page).map(({ value, label }) => `${value} ${label}`)

it('tells my visits where there are some, else what there is', () => {
  expect(said({ my, counts })).toEqual(['9 visits', '2014 the first', '1 Dec 2024 the last'])
  expect(said({ my: { ...my, visits: 1 }, counts })).toEqual(['11 Oct 2014 your only visit'])
  expect(said({ my: null, counts })).toEqual(['31 shows', '1 artist'])
})

it('leads to a map only where the place is known', () => {
  expect(mapOf({ point: null })).toBeUndefined()
  expect(mapOf({ point: { coordinates: [5.1, 52.2] } })).toContain('mlat=52.2&mlon=5.1')
})
