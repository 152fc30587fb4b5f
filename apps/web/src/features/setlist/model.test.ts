import { describe, expect, it } from 'vitest'
import { numbered, opensEncore, type Song, songsIn, step } from './model'

const song = (name: string, encore = false): Song => ({
  id: name,
  show_id: 'show',
  song_name: name,
  song_order: 0,
  artist_name: 'Spinvis',
  encore,
  notes: null,
  created_at: '2024-12-01T19:00:00.000Z',
  updated_at: '2024-12-01T19:00:00.000Z',
})
const set = (...songs: Song[]) => numbered(songs)
const read = (songs: readonly Song[] | undefined) =>
  songs?.map(({ song_name, song_order, encore }) => `${song_order} ${song_name}${encore ? ' E' : ''}`)

describe('a setlist written down', () => {
  it('takes one song as it is', () => {
    expect(songsIn('  99 Luftballons ', false)).toEqual([{ song_name: '99 Luftballons', encore: false }])
  })

  it('takes numbers, bullets and empty lines off, and lets a line begin the encore', () => {
    expect(
      songsIn(
        '1. Smalfilm\r\n 2) Bagagedrager\n\n- Voor ik vergeet\n-- Encore 1: --\n• Ik wil alleen maar zwemmen',
        false,
      ),
    ).toEqual([
      { song_name: 'Smalfilm', encore: false },
      { song_name: 'Bagagedrager', encore: false },
      { song_name: 'Voor ik vergeet', encore: false },
      { song_name: 'Ik wil alleen maar zwemmen', encore: true },
    ])
  })

  it('goes on in the encore once that has begun, and cuts what no title is long enough for', () => {
    expect(songsIn('x'.repeat(400), true)).toEqual([{ song_name: 'x'.repeat(300), encore: true }])
  })

  it('keeps titles that only look like numbering', () => {
    const names = ['1979', '7', '4-3-2-1', 'Encore une fois', '505', '-']
    expect(songsIn(names.join('\n'), false).map(({ song_name }) => song_name)).toEqual(names)
  })
})

describe('a step up or down', () => {
  it('lets two songs change places', () => {
    expect(read(step(set(song('a'), song('b'), song('c')), 'b', -1)?.songs)).toEqual(['1 b', '2 a', '3 c'])
    expect(read(step(set(song('a'), song('b'), song('c')), 'b', 1)?.songs)).toEqual(['1 a', '2 c', '3 b'])
  })

  it('lets a song cross the encore line before it passes another', () => {
    const down = step(set(song('a'), song('b'), song('c', true)), 'b', 1)
    expect(read(down?.songs)).toEqual(['1 a', '2 b E', '3 c E'])
    expect(down?.crossed?.encore).toBe(true)
    expect(read(step(down?.songs ?? [], 'b', -1)?.songs)).toEqual(['1 a', '2 b', '3 c E'])
  })

  it('begins an encore below the last song and ends one above the first', () => {
    expect(read(step(set(song('a'), song('b')), 'b', 1)?.songs)).toEqual(['1 a', '2 b E'])
    expect(read(step(set(song('a', true)), 'a', -1)?.songs)).toEqual(['1 a'])
  })

  it('does nothing at either end', () => {
    expect(step(set(song('a'), song('b')), 'a', -1)).toBeUndefined()
    expect(step(set(song('a'), song('b', true)), 'b', 1)).toBeUndefined()
    expect(step(set(song('a')), 'nobody', 1)).toBeUndefined()
  })
})

it('draws the encore line above the first song of the encore alone', () => {
  const songs = set(song('a'), song('b', true), song('c', true))
  expect(songs.map((_, index) => opensEncore(songs, index))).toEqual([false, true, false])
})
