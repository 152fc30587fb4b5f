import { describe, expect, it } from 'vitest'
import type { NewSong } from './model'
import { readSongs } from './reading'

const plain = {
  artist_name: null,
  cover_of: null,
  guest: null,
  tape: false,
  notes: null,
  encore: false,
  set: 1,
}
const titles = (text: string) => readSongs(text).map(({ song_name }) => song_name)

/** One line, and what is understood of it. */
const lines: [line: string, song: Partial<NewSong>][] = [
  ['  Smalfilm ', { song_name: 'Smalfilm' }],
  ['1. Smalfilm', { song_name: 'Smalfilm' }],
  ['01) Smalfilm', { song_name: 'Smalfilm' }],
  ['#3: Smalfilm', { song_name: 'Smalfilm' }],
  ['12 - Smalfilm', { song_name: 'Smalfilm' }],
  ['4\tSmalfilm', { song_name: 'Smalfilm' }],
  ['- Smalfilm', { song_name: 'Smalfilm' }],
  ['• Smalfilm', { song_name: 'Smalfilm' }],
  ['“Smalfilm”', { song_name: 'Smalfilm' }],
  ['Smalfilm*', { song_name: 'Smalfilm' }],
  ['Smalfilm 3:45', { song_name: 'Smalfilm' }],
  ['Smalfilm (3:45)', { song_name: 'Smalfilm' }],
  ['Smalfilm - 1:03:45', { song_name: 'Smalfilm' }],
  ['0:00 Smalfilm', { song_name: 'Smalfilm' }],
  ['[1:02:33] - Smalfilm', { song_name: 'Smalfilm' }],
  ['Helpless (Neil Young cover)', { song_name: 'Helpless', cover_of: 'Neil Young' }],
  [
    'Helpless [Crosby, Stills, Nash & Young cover]',
    { song_name: 'Helpless', cover_of: 'Crosby, Stills, Nash & Young' },
  ],
  ['Helpless (cover of Neil Young)', { song_name: 'Helpless', cover_of: 'Neil Young' }],
  ['Helpless (cover)', { song_name: 'Helpless', notes: 'cover' }],
  ['Graceland Too (with Phoebe Bridgers)', { song_name: 'Graceland Too', guest: 'Phoebe Bridgers' }],
  ['Graceland Too (w/ Phoebe Bridgers)', { song_name: 'Graceland Too', guest: 'Phoebe Bridgers' }],
  ['Graceland Too feat. Phoebe Bridgers', { song_name: 'Graceland Too', guest: 'Phoebe Bridgers' }],
  [
    '7. Helpless (Neil Young cover) (with Phoebe Bridgers) (acoustic) 4:10',
    { song_name: 'Helpless', cover_of: 'Neil Young', guest: 'Phoebe Bridgers', notes: 'acoustic' },
  ],
  ['Also sprach Zarathustra (tape)', { song_name: 'Also sprach Zarathustra', tape: true }],
  ['Tape: Also sprach Zarathustra', { song_name: 'Also sprach Zarathustra', tape: true }],
  ['Ripple (song played from tape)', { song_name: 'Ripple', tape: true }],
  ['Scarlet Begonias >', { song_name: 'Scarlet Begonias', notes: 'Segues into the next' }],
  [
    'Scarlet Begonias (acoustic) ->',
    { song_name: 'Scarlet Begonias', notes: 'acoustic, Segues into the next' },
  ],
  // titles that only look like something else
  ['99 Luftballons', { song_name: '99 Luftballons' }],
  ['7', { song_name: '7' }],
  ['11:11', { song_name: '11:11' }],
  ['4-3-2-1', { song_name: '4-3-2-1' }],
  ['-', { song_name: '-' }],
  ['(sic)', { song_name: '(sic)' }],
  ['(I Can’t Get No) Satisfaction', { song_name: '(I Can’t Get No) Satisfaction' }],
  ['Paradise (What About Us?)', { song_name: 'Paradise (What About Us?)' }],
  ['With or Without You', { song_name: 'With or Without You' }],
  ['Encore une fois', { song_name: 'Encore une fois' }],
  ['Set Fire to the Rain', { song_name: 'Set Fire to the Rain' }],
  ['Cover Me', { song_name: 'Cover Me' }],
  ['Tape Song', { song_name: 'Tape Song' }],
  ['E', { song_name: 'E' }],
  ['x'.repeat(400), { song_name: 'x'.repeat(300) }],
]

it.each(lines)('reads %s', (line, song) => {
  expect(readSongs(line)).toEqual([{ ...plain, ...song }])
})

const headings: [line: string, section: { encore: boolean; set: number }][] = [
  ['Encore:', { encore: true, set: 1 }],
  ['ENCORE', { encore: true, set: 1 }],
  ['-- Encores: --', { encore: true, set: 1 }],
  ['E:', { encore: true, set: 1 }],
  ['Encore 2:', { encore: true, set: 2 }],
  ['E2:', { encore: true, set: 2 }],
  ['Second encore', { encore: true, set: 2 }],
  ['Set 2:', { encore: false, set: 2 }],
  ['Set II', { encore: false, set: 2 }],
  ['[Set Three]', { encore: false, set: 3 }],
  ['2nd set', { encore: false, set: 2 }],
  ['Main set:', { encore: false, set: 1 }],
]

it.each(headings)('takes “%s” for a heading', (line, section) => {
  expect(readSongs(`${line}\nRipple`, { encore: false, set: 4 })).toEqual([
    { ...plain, song_name: 'Ripple', ...section },
  ])
})

describe('a whole list', () => {
  it('goes through sets and encores', () => {
    const read = readSongs('Set 1:\r\n1. A\r\n2. B\r\n\r\nSet 2:\n1. C\n\nEncore:\nD\nEncore 2: E flat')
    expect(read.map(({ song_name, encore, set }) => `${encore ? 'E' : 'S'}${set} ${song_name}`)).toEqual([
      'S1 A',
      'S1 B',
      'S2 C',
      'E1 D',
      'E2 E flat',
    ])
  })

  it('goes on where the list on the page ends, until a heading says otherwise', () => {
    const read = readSongs('A\nEncore 2:\nB', { encore: true, set: 1 })
    expect(read.map(({ encore, set }) => [encore, set])).toEqual([
      [true, 1],
      [true, 2],
    ])
  })

  it('takes bare numbers off where they count the songs, and nowhere else', () => {
    expect(titles('1 Intro\n2 99 Luftballons\nEncore\n3 Outro')).toEqual(['Intro', '99 Luftballons', 'Outro'])
    expect(titles('99 Luftballons\n7 Seconds')).toEqual(['99 Luftballons', '7 Seconds'])
  })

  it('parts songs that flow into each other', () => {
    expect(
      readSongs('Scarlet Begonias > Fire on the Mountain').map(({ song_name, notes }) => [song_name, notes]),
    ).toEqual([
      ['Scarlet Begonias', 'Segues into the next'],
      ['Fire on the Mountain', null],
    ])
    expect(titles('Set 1: Bertha, Me and My Uncle > Sugaree, Deal')).toEqual([
      'Bertha',
      'Me and My Uncle',
      'Sugaree',
      'Deal',
    ])
    expect(titles('Encore: Me, Myself and I')).toEqual(['Me, Myself and I'])
  })

  it('gives what stands in brackets below a song to it, as websites write it', () => {
    const text =
      'Big Thief Setlist at Paradiso, Amsterdam\nShark Smile\nPlay Video\nHelpless\n(Neil Young cover)\n(with Phoebe Bridgers)\n(sic)'
    expect(readSongs(text)).toEqual([
      { ...plain, song_name: 'Shark Smile' },
      { ...plain, song_name: 'Helpless', cover_of: 'Neil Young', guest: 'Phoebe Bridgers' },
      { ...plain, song_name: '(sic)' },
    ])
  })

  it('is empty where there is nothing', () => {
    expect(readSongs(' \n\n')).toEqual([])
    expect(readSongs('Encore:')).toEqual([])
  })
})
