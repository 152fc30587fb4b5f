import { describe, expect, it } from 'vitest'
import { type Candidate, fuller, sayConsequences, sayContents } from './candidate'

const show = (songs: number, more: object = {}): Candidate => ({
  id: `${songs}`,
  name: 'Spinvis',
  details: [],
  shows: null,
  counts: { attendees: 1, photos: 0, audio: 0, videos: 0, comments: 0, songs, ...more },
})
const artist = (name: string, shows: number): Candidate => ({
  id: name,
  name,
  details: [],
  shows,
  counts: null,
})

describe('two that might be one', () => {
  it('say what is known to be in them', () => {
    expect(sayContents(show(2, { attendees: 3, photos: 1, audio: 1, videos: 1 }))).toBe(
      '3 people, 1 photo, 2 recordings and 2 songs',
    )
    expect(sayContents(show(0, { attendees: 0 }))).toBe('nothing yet')
    expect(sayContents(artist('A', 1))).toBe('1 show')
  })

  it('say what moves, and which setlist goes', () => {
    expect(sayConsequences(show(2), show(5))[0]).toContain('moves: 1 person, and')
    expect(sayConsequences(show(2), show(5)).at(-1)).toBe(
      'The longer setlist stays; 2 songs of the other will be gone.',
    )
    expect(sayConsequences(show(5), show(0))[0]).toContain('moves: 1 person and 5 songs, and')
    expect(sayConsequences(show(5), show(0))).toHaveLength(2)
    expect(sayConsequences(artist('Old', 2), artist('New', 9))[1]).toContain('writes it down means “New”')
  })

  it('are best kept by the fuller one, the one at hand where they are alike', () => {
    const [small, large] = [artist('A', 1), artist('B', 2)]
    expect(fuller(small, large)).toBe(large)
    expect(fuller(show(1), show(1)).id).toBe('1')
  })
})
