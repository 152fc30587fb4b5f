import { expect, it } from 'vitest'
import { sayCity, sayCountry, sayVenue } from './places'

it('says a city as people do', () => {
  expect(sayCity({ city: 'Amsterdam', state: 'North Holland', country: 'NL' })).toBe('Amsterdam, Netherlands')
  expect(sayCity({ city: 'Austin', state: 'Texas', country: 'US' })).toBe('Austin, Texas')
  expect(sayCity({ city: 'Singapore', country: 'SG' })).toBe('Singapore')
  expect(sayCity({ city: 'Berlin', country: null })).toBe('Berlin')
  expect(sayCity({})).toBe('')
})

it('says a venue with its city', () => {
  expect(sayVenue({ name: 'Paradiso', city: 'Amsterdam' })).toBe('Paradiso, Amsterdam')
  expect(sayVenue({ name: 'Paradiso', city: null })).toBe('Paradiso')
})

it('leaves a country alone that is already a name', () => {
  expect(sayCountry('Netherlands')).toBe('Netherlands')
})
