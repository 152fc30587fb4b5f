import { expect, it } from 'vitest'
import { otherThan, sayCounts, sayKept, sumOf } from './audiences'

const counts = { private: 3, friends: 0, attendees: 1, public: 1212 }

it('says who sees how many, the widest first, and leaves out nobody’s', () => {
  expect(sayCounts(counts)).toBe('Everyone 1,212 · People who were there 1 · Only me 3')
})

it('counts what would change', () => {
  expect(sumOf(counts)).toBe(1216)
  expect(otherThan(counts, 'public')).toBe(4)
  expect(otherThan(counts, 'friends')).toBe(1216)
})

it.each([
  [1, 'show'],
  [2, 'shows'],
  [0, 'shows'],
])('says %i %s', (number, noun) => {
  expect(sayKept('shows', number)).toBe(`${number} ${noun}`)
})
