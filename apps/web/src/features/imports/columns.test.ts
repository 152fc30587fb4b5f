import { expect, it } from 'vitest'
import { changeOf, columnsAfter } from './columns'

it.each([
  [{ name: 'Other', field: null }, 'notes', { notes: 'Other' }],
  [{ name: 'notes', field: 'notes' }, 'artist_name', { artist_name: 'notes' }],
  [{ name: 'Band', field: 'artist_name' }, null, { artist_name: '' }],
  [{ name: 'Other', field: null }, null, {}],
] as const)('%o means %s', (column, field, change) => {
  expect(changeOf({ ...column, samples: [] }, field)).toEqual(change)
})

it.each([
  [{}, ['artist_name', null]],
  [{ notes: 'Other' }, ['artist_name', 'notes']],
  [{ artist_name: 'Other' }, [null, 'artist_name']],
  [{ artist_name: '' }, [null, null]],
] as const)('is meant at once as it will be: %o', (change, fields) => {
  const columns = [
    { name: 'Band', field: 'artist_name' as const, samples: [] },
    { name: 'Other', field: null, samples: [] },
  ]
  expect(columnsAfter(columns, change).map(({ field }) => field)).toEqual(fields)
})
