import { expect, it } from 'vitest'
import { numbersOf } from './model'

const counts = { shows: 8, upcoming: 1, venues: 1 }
const my = { shows: 3, first: '2016-04-02', last: '2024-12-01', next: null }
const said = (page: Parameters<typeof numbersOf>[0]) =>
  numbersOf(page).map(({ value, label }) => `${value} ${label}`)

it('tells my nights where there are some, else what there is', () => {
  expect(said({ my, counts })).toEqual(['3 times seen', '2016 first seen', '1 Dec 2024 last seen'])
  expect(said({ my: { ...my, shows: 1 }, counts })).toEqual(['2 Apr 2016 seen once'])
  expect(said({ my: null, counts })).toEqual(['8 shows', '1 venue'])
  expect(said({ my: { shows: 0, first: null, last: null, next: '2027-01-01' }, counts })).toEqual([
    '8 shows',
    '1 venue',
  ])
})
