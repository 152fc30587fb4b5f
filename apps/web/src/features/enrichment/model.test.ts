import type { LookedUpArtist } from '@sharemyshows/contract/lookups'
import { expect, it } from 'vitest'
import { candidatesOf, confirmOf, type PlaceFound, sayCandidate, saySpot, spotsOf } from './model'

const artist = (more: Partial<LookedUpArtist>): LookedUpArtist => ({
  artist_id: null,
  name: 'Nirvana',
  sort_name: null,
  mbid: '5b11f4ce-a62d-471e-81fc-a69a8278c7da',
  disambiguation: null,
  country: null,
  url: null,
  source: 'musicbrainz',
  ...more,
})
const place = (more: Partial<PlaceFound>): PlaceFound => ({
  place_id: 'osm:W46347021',
  venue_id: null,
  kind: 'venue',
  name: 'TivoliVredenburg',
  address: 'Vredenburgkade 11',
  city: 'Utrecht',
  state: 'Utrecht',
  country: 'NL',
  point: { coordinates: [5.1134, 52.0932] },
  time_zone: 'Europe/Amsterdam',
  url: null,
  source: 'nominatim',
  ...more,
})
const spot = (more: Partial<PlaceFound>) =>
  spotsOf([place(more)])[0] as NonNullable<ReturnType<typeof spotsOf>[0]>

it('offers only who has an id to confirm', () => {
  expect(candidatesOf([artist({}), artist({ mbid: null })])).toHaveLength(1)
})

it.each([
  [{ disambiguation: '90s US grunge band', country: 'US' }, '90s US grunge band · United States'],
  [{ country: 'GB' }, 'United Kingdom'],
  [{}, 'Nothing more is said of them'],
])('tells artists of one name apart by %j', (more, words) => {
  expect(sayCandidate(artist(more))).toBe(words)
})

it('offers no place whose whereabouts nobody knows, and none of Google’s, which may not stand on our map', () => {
  expect(spotsOf([place({ point: null }), place({ source: 'google' })])).toEqual([])
  expect(spot({})).toMatchObject({ latitude: 52.0932, longitude: 5.1134 })
})

it.each([
  [{}, 'Vredenburgkade 11, Utrecht, Netherlands'],
  [{ address: null }, 'Utrecht, Netherlands'],
  [{ kind: 'city' as const, name: 'Utrecht' }, 'Only the town: Netherlands'],
])('says where a place is', (more, words) => {
  expect(saySpot(spot(more))).toBe(words)
})

it('confirms what a venue lacks, and which place of OpenStreetMap it is', () => {
  const at = { latitude: 52.0932, longitude: 5.1134 }
  const whole = { ...at, address: 'Vredenburgkade 11', place_id: 'osm:W46347021' }
  expect(confirmOf(spot({}), { address: null })).toEqual(whole)
  expect(confirmOf(spot({}), { address: 'At the square' })).toEqual({ ...at, place_id: 'osm:W46347021' })
  expect(confirmOf(spot({ kind: 'city', place_id: 'city:2745912' }), { address: null })).toEqual(at)
})
