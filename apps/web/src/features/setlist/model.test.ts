import { describe, expect, it } from 'vitest'
import { asides, numbered, putBack, rewritten, type Song, sayCount } from './model'

const song = (name: string, said: Partial<Song> = {}): Song => ({
  id: name,
  show_id: 'show',
  song_name: name,
  song_order: 0,
  artist_name: 'Spinvis',
  encore: false,
  set: 1,
  cover_of: null,
  guest: null,
  tape: false,
  notes: null,
  created_at: '2024-12-01T19:00:00.000Z',
  updated_at: '2024-12-01T19:00:00.000Z',
  ...said,
})
const read = (songs: readonly Song[]) =>
  songs.map(
    ({ song_name, song_order, encore, set }) => `${song_order} ${song_name} ${encore ? 'E' : 'S'}${set}`,
  )

describe('the small line below a title', () => {
  it('says whose song it is, who played it, who joined in and the rest', () => {
    const said = {
      cover_of: 'Neil Young',
      guest: 'Phoebe Bridgers',
      artist_name: 'De Kift',
      tape: true,
      notes: 'acoustic',
    }
    expect(asides(song('Helpless', said), 'Spinvis')).toEqual([
      'Neil Young cover',
      'played by De Kift',
      'with Phoebe Bridgers',
      'from tape',
      'acoustic',
    ])
  })
  it('is empty for the headliner’s own', () => {
    expect(asides(song('Smalfilm'), 'Spinvis')).toEqual([])
  })
})

it('writes a deleted song down again with everything it had', () => {
  const said = { cover_of: 'a', guest: 'b', tape: true, notes: 'c', encore: true, set: 2 }
  expect(rewritten(song('x', said), 'Spinvis')).toEqual({ song_name: 'x', artist_name: null, ...said })
  expect(rewritten(song('x', { artist_name: 'De Kift' }), 'Spinvis').artist_name).toBe('De Kift')
})

it('puts an order back around what has come and gone since', () => {
  const before = numbered([song('a'), song('b'), song('c', { encore: true, set: 2 })])
  const now = numbered([song('c'), song('new'), song('a', { encore: true })])
  expect(read(putBack(now, before))).toEqual(['1 a S1', '2 c E2', '3 new S1'])
})

it('counts songs and those of the encore', () => {
  expect(sayCount([song('a')])).toBe('1 song')
  expect(sayCount([song('a'), song('b', { encore: true })])).toBe('2 songs · 1 in the encore')
})
