import type { Track } from '@sharemyshows/contract/music'
import { describe, expect, it } from 'vitest'
import { moved, putBack, sayPlace, sayPlaylist } from './model'

const [a, b, c] = ['Anchor', 'Dock', 'Tide'].map((name) => ({ id: name, name }) as Track) as [
  Track,
  Track,
  Track,
]

describe('a playlist in a few words', () => {
  it.each([
    [0, 0, 'No tracks yet'],
    [1, 10, '1 track'],
    [12, 2620, '12 tracks · 44 min'],
    [40, 8640, '40 tracks · 2 h 24 min'],
    [30, 7200, '30 tracks · 2 h'],
  ])('of %d tracks, %d seconds', (tracks, duration, said) => {
    expect(sayPlaylist({ tracks, duration })).toBe(said)
  })
})

describe('the order', () => {
  it.each([
    [0, 2, [b, c, a]],
    [2, 0, [c, a, b]],
    [1, 9, [a, c, b]],
    [7, 0, [a, b, c]],
  ])('from %d to %d', (from, to, list) => {
    expect(moved([a, b, c], from, to)).toEqual(list)
  })

  it('takes one back where it was, as far as that is still there', () => {
    expect(putBack([a, c], b, 1)).toEqual([a, b, c])
    expect(putBack([a], c, 2)).toEqual([a, c])
    expect(putBack([a, b], b, 0)).toEqual([a, b])
  })

  it('is said of one of them', () => {
    expect(sayPlace([a, b, c], 'Dock')).toBe('Dock, 2 of 3')
    expect(sayPlace([a], 'Dock')).toBe('')
  })
})
