import { expect, it } from 'vitest'
import { changeOf } from './columns'

it.each([
  [{ name: 'Other', field: null }, 'notes', { notes: 'Other' }],
  [{ name: 'notes', field: 'notes' }, 'artist_name', { artist_name: 'notes' }],
  [{ name: 'Band', field: 'artist_name' }, null, { artist_name: '' }],
  [{ name: 'Other', field: null }, null, {}],
] as const)('%o means %s', (column, field, change) => {
  expect(changeOf({ ...column, samples: [] }, field)).toEqual(change)
})
