import { expect, it } from 'vitest'
import type { FoundVenue } from './model'
import { elsewhere, pickedOf } from './outside'

const found: FoundVenue = {
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
  url: 'https://www.openstreetmap.org/way/46347021',
  source: 'photon',
}

it('takes from OpenStreetMap where it is and which place it is', () => {
  expect(pickedOf(found)).toEqual({
    name: 'TivoliVredenburg',
    address: 'Vredenburgkade 11',
    city: 'Utrecht',
    state: 'Utrecht',
    country: 'NL',
    point: { coordinates: [5.1134, 52.0932] },
    place_id: 'osm:W46347021',
  })
})

it('takes from Google what stands in the fields and which place it is, never where it lies', () => {
  const picked = pickedOf({ ...found, source: 'google', place_id: 'ChIJ' })
  expect(picked).toMatchObject({ city: 'Utrecht', point: null, place_id: 'ChIJ' })
})

it('keeps no id from elsewhere of what is known here, or of what has none that lasts', () => {
  expect(pickedOf({ ...found, source: 'catalogue', place_id: 'own' })).toMatchObject({
    place_id: null,
    point: { coordinates: [5.1134, 52.0932] },
  })
  expect(pickedOf({ ...found, source: 'musicbrainz' }).place_id).toBeNull()
})

it.each([
  ['catalogue', undefined],
  ['nominatim', 'From OpenStreetMap'],
  ['photon', 'From OpenStreetMap'],
  ['google', 'From Google Maps'],
  ['setlistfm', 'From setlist.fm'],
  ['musicbrainz', 'From MusicBrainz'],
] as const)('says of what %s gives: %s', (source, words) => {
  expect(elsewhere({ source })).toBe(words)
})
