import type { RevisedChange, RevisedSong, Revision } from '@sharemyshows/contract/history'
import { describe, expect, it } from 'vitest'
import { canPutBack, sayAuthor, sayDeed, sayLoss, sayValue, songLines } from './model'

const song = (song_order: number, song_name: string): RevisedSong => ({
  song_order,
  song_name,
  artist_name: null,
  encore: false,
  set: 1,
  cover_of: null,
  guest: null,
  tape: false,
  notes: null,
})
const change = (
  field: RevisedChange['field'],
  before: RevisedChange['before'] = 'a',
  after: RevisedChange['after'] = 'b',
) => ({
  field,
  before,
  after,
})
const revision = (
  changes: RevisedChange[],
  more: Partial<Pick<Revision, 'kind' | 'subject' | 'subject_id'>> = {},
) => ({ kind: 'edit' as const, subject: 'show' as const, subject_id: 's', changes, ...more })

describe('in words', () => {
  it('a change is what was done to which facts', () => {
    expect(sayDeed(revision([change('show_date'), change('venue_name')]))).toBe(
      'changed the date and the venue',
    )
    const moved = [change('venue_latitude', null, 1), change('venue_longitude', null, 2)]
    expect(sayDeed(revision(moved, { subject: 'venue', kind: 'revert' }))).toBe(
      'put back the place on the map of the venue',
    )
    expect(sayDeed(revision([change('mbid', null)], { subject: 'artist' }))).toBe(
      'changed the identity of the artist',
    )
    expect(sayDeed(revision([], { kind: 'merge', subject: 'artist' }))).toBe(
      'merged another artist into this one',
    )
  })

  it('a value is as people say it; nothing is null', () => {
    expect(sayValue('show_date', '2024-12-01')).toBe('Sunday, 1 December 2024')
    expect(sayValue('venue_country', 'NL')).toBe('Netherlands')
    expect(sayValue('support', ['A', 'B'])).toBe('A, B')
    expect([sayValue('support', []), sayValue('title', null)]).toEqual([null, null])
  })

  it('an author is named, or only said to have been there, or gone', () => {
    const author = { id: 'x', username: 'bo', display_name: null, avatar: null }
    expect(sayAuthor({ by: 'person', author, kind: 'edit' })).toBe('bo')
    expect(sayAuthor({ by: 'someone', author: null, kind: 'edit' })).toBe('Someone who was there')
    expect(sayAuthor({ by: 'deleted', author: null, kind: 'edit' })).toBe('A deleted user')
  })
})

it('a setlist’s change is one list: what went, what came, what stayed', () => {
  const before = [song(2, 'B'), song(3, 'C'), song(4, 'D')]
  const after = [song(2, 'C'), song(3, 'X'), song(4, 'D'), song(5, 'Y')]
  const lines = songLines({ before, after }).map(({ song, mark }) => [mark, song.song_order, song.song_name])
  expect(lines).toEqual([
    ['gone', 2, 'B'],
    ['stays', 2, 'C'],
    ['new', 3, 'X'],
    ['stays', 4, 'D'],
    ['new', 5, 'Y'],
  ])
})

describe('a change can be put back', () => {
  it('until the same field was changed again', () => {
    const old = revision([change('title'), change('show_time')])
    expect(canPutBack(old, [revision([change('show_date')])], 'v')).toBe(true)
    expect(canPutBack(old, [revision([change('show_time')])], 'v')).toBe(false)
    const other = revision([change('title')], { subject: 'venue', subject_id: 'v' })
    expect(canPutBack(old, [other], 'v')).toBe(true)
  })

  it('unless it merged, or concerns a venue where the show no longer is', () => {
    expect(canPutBack(revision([], { kind: 'merge' }), [], 'v')).toBe(false)
    const address = revision([change('venue_address')], { subject: 'venue', subject_id: 'v' })
    expect([canPutBack(address, [], 'v'), canPutBack(address, [], 'w')]).toEqual([true, false])
  })

  it('of a setlist whatever came later: only the server can judge', () => {
    const listed = revision([change('setlist', [], [song(1, 'A')])])
    expect(canPutBack(listed, [listed], 'v')).toBe(true)
  })
})

it('what would be lost is said before', () => {
  expect(sayLoss([change('title', 'One', 'Two')])).toBe(null)
  expect(sayLoss([change('title', null, 'Two'), change('setlist', [], [song(1, 'A'), song(2, 'B')])])).toBe(
    'This takes away the title “Two” and 2 songs of the setlist.',
  )
})
