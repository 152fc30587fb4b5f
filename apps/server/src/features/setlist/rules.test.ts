import { describe, expect, it } from 'vitest'
import { otherThan, placed, setBeside } from './rules.ts'

const ids = (text: string) => [...text].map((id) => ({ id }))
const text = (songs: { id: string }[]) => songs.map(({ id }) => id).join('')

it.each([
  ['abc', 'x', 1, 'xabc'],
  ['abc', 'xy', 2, 'axybc'],
  ['abc', 'x', 900, 'abcx'],
  ['abc', 'a', 3, 'bca'],
])('%s with %s at %i', (songs, moving, position, after) => {
  expect(text(placed(ids(songs), ids(moving), position))).toBe(after)
})

describe('a song that names no set', () => {
  const main = (set: number) => ({ encore: false, set })
  const encore = (set: number) => ({ encore: true, set })
  it.each([
    ['goes with the one before', [main(1), main(2), main(3)], 3, false, 2],
    ['goes with the one after where there is none before', [main(2)], 1, false, 2],
    ['looks past songs of the other part', [main(2), encore(1)], 3, false, 2],
    ['goes with its encore', [main(1), encore(1), encore(2)], 4, true, 2],
    ['begins the first where there is none', [main(3)], 2, true, 1],
  ])('%s', (_what, songs, position, isEncore, set) => {
    expect(setBeside(songs, position, isEncore)).toBe(set)
  })
})

it('knows the headliner by any capitals', () => {
  expect([
    otherThan('Spinvis', 'SPINVIS'),
    otherThan('Spinvis', 'De Kift'),
    otherThan('Spinvis', null),
  ]).toEqual([null, 'De Kift', null])
})
