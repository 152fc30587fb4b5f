import { describe, expect, it } from 'vitest'
import { songs } from './fixtures-for-tests'
import { comingIn, playingIn, type Queue, starsOf, withMore, withOthers, without, withPlaying } from './queue'

const queue: Queue = { items: songs('a', 'b', 'c', 'd'), at: 1 }
const ids = (list: Queue['items']) => list.map(({ track_id }) => track_id).join('')

describe('the queue', () => {
  it.each([
    ['goes on with the next', 'audio-c', 'c', 'd'],
    ['jumps to any of them', 'audio-d', 'd', ''],
    ['goes back', 'audio-a', 'a', 'bcd'],
  ])('%s', (_, audioId, plays, comes) => {
    const next = withPlaying(queue, audioId)
    expect([playingIn(next)?.track_id, ids(comingIn(next))]).toEqual([plays, comes])
  })

  it.each([
    ['nothing', null],
    ['something else', 'audio-x'],
  ])('lets go of what was heard when %s plays', (_, id) => {
    expect(withPlaying(queue, id)).toEqual({ items: queue.items.slice(2), at: -1 })
  })

  it('stays the same object while the same plays', () => {
    expect(withPlaying(queue, 'audio-b')).toBe(queue)
    const quiet = { items: queue.items, at: -1 }
    expect(withPlaying(quiet, null)).toBe(quiet)
  })

  it('takes other songs, and goes on with the one that plays', () => {
    const other = withOthers(queue, songs('x', 'b', 'y'))
    expect([ids(other.items), playingIn(other)?.track_id]).toEqual(['abxy', 'b'])
  })

  it('takes more at its end, each once', () => {
    expect(ids(withMore(queue, songs('d', 'e')).items)).toBe('abcde')
  })

  it('leaves out what is not wanted now, but not what plays', () => {
    expect(ids(without(queue, 'c').items)).toBe('abd')
    expect(ids(without(queue, 'b').items)).toBe('abcd')
  })

  it('shows what plays and what comes in the field, and none whose place is not known', () => {
    const [a, b, c] = songs('a', 'b', 'c')
    if (!a || !b || !c) throw new Error('three songs')
    const stars = starsOf({ items: [a, b, { ...c, valence: null }], at: 1 }, 'b')
    expect(stars).toMatchObject([{ id: 'b', playing: true, lit: true }])
  })
})
