import { expect, it } from 'vitest'
import { entriesOf, type Found, groupsOf } from './model'

const none = { items: [], next_cursor: null }
const found: Found = {
  similar: false,
  shows: none,
  artists: { items: [{ id: 'a', name: 'Spinvis', shows: 1 }], next_cursor: 'next' },
  venues: none,
  cities: { items: [{ name: 'Utrecht', country: 'NL', shows: 20 }], next_cursor: null },
  people: { items: [{ id: 'p', username: 'ana', display_name: null, avatar: null }], next_cursor: null },
  songs: { items: [{ song_name: 'Bagagedrager', artist_name: 'Spinvis', shows: 3 }], next_cursor: null },
}

it('shows the kinds that were found, in one order', () => {
  expect(groupsOf(found).map(({ kind, more }) => [kind, more])).toEqual([
    ['artists', true],
    ['cities', false],
    ['people', false],
    ['songs', false],
  ])
})

it('says how many shows, and that counting stopped', () => {
  expect(entriesOf(found, 'artists')[0]?.aside).toBe('1 show')
  expect(entriesOf(found, 'cities')[0]?.aside).toBe('20+ shows')
})

it('leads from a town and a song to their shows', () => {
  expect(entriesOf(found, 'cities')[0]?.to).toEqual({
    to: '/search',
    search: { kind: 'shows', city: 'Utrecht' },
  })
  expect(entriesOf(found, 'songs')[0]?.to).toEqual({
    to: '/search',
    search: { kind: 'shows', song: 'Bagagedrager', artist: 'Spinvis' },
  })
})

it('calls people by their display name, else their username', () => {
  expect(entriesOf(found, 'people')[0]).toMatchObject({ title: 'ana', detail: '@ana' })
})
