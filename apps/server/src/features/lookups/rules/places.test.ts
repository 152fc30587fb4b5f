import { describe, expect, it } from 'vitest'
import { fitted, newPlaces, placeIdOf } from './places.ts'

const UUID = '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10'

describe('a place id', () => {
  it.each([
    [UUID.toUpperCase(), { of: 'venue', id: UUID }],
    ['city:2745912', { of: 'city', id: 2745912 }],
    ['osm:W46347021', { of: 'osm', id: 'W46347021' }],
    [`mb:${UUID}`, { of: 'musicbrainz', id: UUID }],
    ['ChIJ5S-Jk0BvxkcRbXxMMO0Gm2o', { of: 'google', id: 'ChIJ5S-Jk0BvxkcRbXxMMO0Gm2o' }],
  ])('%s', (text, id) => {
    expect(placeIdOf(text)).toEqual(id)
  })

  it.each([
    '',
    'city:',
    'city:-1',
    'city:1e3',
    'city:9999999999',
    'osm:46347021',
    'osm:w1',
    'osm:N1/../W2',
    'mb:1',
    'short',
    'ChIJ5S Jk0Bvxkc',
    'ChIJ5S/../details',
    'x'.repeat(256),
    `osm:N1\ncity:1`,
  ])('%j is none', (text) => {
    expect(placeIdOf(text)).toBe(undefined)
  })
})

describe('what is near comes first', () => {
  it.each([
    ['there is room', 2, 2, 8, [2, 2]],
    ['too much is near', 9, 1, 8, [7, 1]],
    ['too much is both', 9, 9, 8, [4, 4]],
    ['too much is far', 1, 9, 8, [1, 7]],
    ['nothing is far', 9, 0, 8, [8, 0]],
    ['there is room for one', 3, 3, 1, [1, 0]],
  ])('where %s', (_where, near, far, limit, left) => {
    expect(
      fitted(Array(near).fill('near'), Array(far).fill('far'), limit).map(({ length }) => length),
    ).toEqual(left)
  })
})

describe('places that are not there already', () => {
  const place = (name: string, more: object = {}) => ({
    ...{ kind: 'venue', name, country: 'NL', venue_id: null as string | null },
    ...more,
  })
  const near = [place('Tivoli', { venue_id: UUID }), place('Utrecht', { kind: 'city' })]
  it.each([
    ['another venue', place('Ekko'), 1],
    ['one of the same name elsewhere', place('Tivoli'), 1],
    ['the venue, by whatever name', place('TivoliVredenburg', { venue_id: UUID }), 0],
    ['the town', place('UTRECHT', { kind: 'city' }), 0],
    ['a town of the name in another country', place('Utrecht', { kind: 'city', country: 'ZA' }), 1],
    ['a venue called like the town', place('Utrecht'), 1],
  ])('%s', (_what, far, count) => {
    expect(newPlaces(near, [far]).length).toBe(count)
  })
})
