import { describe, expect, it } from 'vitest'
import { type Mark, songAt, songBeside } from './marks'

const marks: Mark[] = [
  { kind: 'song', label: 'Song 1', start: 10, end: 100 },
  { kind: 'applause', label: 'Applause', start: 100, end: 110 },
  { kind: 'song', label: 'Song 2', start: 110, end: 200 },
]

describe('songs of a recording', () => {
  it('are counted from the first on, applause with the song before it', () => {
    expect(songAt(marks, 5)).toBeUndefined()
    expect(songAt(marks, 105)).toEqual({ number: 1, count: 2 })
    expect(songAt(marks, 110)).toEqual({ number: 2, count: 2 })
  })

  it('are leapt to, forward as far as there are any', () => {
    expect(songBeside(marks, 0, 1)).toBe(10)
    expect(songBeside(marks, 10, 1)).toBe(110)
    expect(songBeside(marks, 150, 1)).toBeUndefined()
  })

  it('begin anew when one has begun, else the one before does', () => {
    expect(songBeside(marks, 150, -1)).toBe(110)
    expect(songBeside(marks, 111, -1)).toBe(10)
    expect(songBeside(marks, 11, -1)).toBeUndefined()
  })
})
