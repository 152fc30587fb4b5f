import type { LookedUpSong } from '@sharemyshows/contract/lookups'
import { expect, it } from 'vitest'
import { chosenOf, draftOf, sayNight } from './found'

const song = (more: Partial<LookedUpSong>): LookedUpSong => ({
  song_name: 'Anchor',
  encore: false,
  set: 1,
  cover_of: null,
  guest: null,
  tape: false,
  notes: null,
  ...more,
})

it('takes everything at first, with all that is said of it', () => {
  const songs = [song({ tape: true }), song({ song_name: 'Helpless', cover_of: 'Neil Young', encore: true })]
  expect(chosenOf(draftOf(songs))).toEqual(songs.map((one) => ({ ...one, artist_name: null })))
})

it('takes what is ticked and has a name, as it is called now', () => {
  const changes = [{ song_name: ' Anker ' }, { chosen: false }, { song_name: '  ' }]
  const draft = draftOf(changes.map(() => song({}))).map((one, index) => ({ ...one, ...changes[index] }))
  expect(chosenOf(draft).map(({ song_name }) => song_name)).toEqual(['Anker'])
})

it('writes down no more sets than a setlist has here', () => {
  expect(draftOf([song({ set: 12 })])[0]?.set).toBe(9)
})

it.each([
  [{ name: 'Paradiso', city: 'Amsterdam', country: 'NL' }, 'Trip', 'Paradiso, Amsterdam · Trip'],
  [{ name: 'Paradiso', city: null, country: null }, null, 'Paradiso'],
])('says which night it is', (venue, tour, words) => {
  expect(sayNight({ venue, tour })).toBe(words)
})
