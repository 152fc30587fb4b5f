import { expect, it } from 'vitest'
import { remapped } from './columns'

const columns = [
  { name: 'Band', field: 'artist_name', samples: [] },
  { name: 'Where', field: 'venue_name', samples: [] },
  { name: 'Other', field: null, samples: [] },
] as const

it.each([
  ['Other', 'notes', { artist_name: 'Band', venue_name: 'Where', notes: 'Other' }],
  ['Other', 'artist_name', { artist_name: 'Other', venue_name: 'Where' }],
  ['Band', 'venue_name', { venue_name: 'Band' }],
  ['Where', null, { artist_name: 'Band' }],
] as const)('%s means %s, and nothing else means the same', (column, field, mapping) => {
  expect(
    remapped(
      columns.map((one) => ({ ...one, samples: [] })),
      column,
      field,
    ),
  ).toEqual(mapping)
})
