import { expect, it } from 'vitest'
import { likeliestPath } from './viterbi.ts'

/** Likelihoods of two kinds, from how likely the first is. */
const of = (...first: number[]) => Float32Array.from(first.flatMap((one) => [one, 1 - one]))

it('follows what is clear and leaves out what is a blip', () => {
  const likelihoods = of(0.9, 0.9, 0.9, 0.1, 0.9, 0.9, 0.1, 0.1, 0.1, 0.1)
  expect([...likeliestPath(likelihoods, { least: [1, 1], change: 3 })]).toEqual([
    0, 0, 0, 0, 0, 0, 1, 1, 1, 1,
  ])
})

it('where a change costs nothing, every step is what is likeliest', () => {
  expect([...likeliestPath(of(0.9, 0.2, 0.6, 0.4), { least: [1, 1], change: 0 })]).toEqual([0, 1, 0, 1])
})

it('a kind lasts as long as it has to, except at the ends', () => {
  const likelihoods = of(0.1, 0.9, 0.9, 0.9, 0.1, 0.1, 0.6, 0.9, 0.9, 0.9, 0.1)
  expect([...likeliestPath(likelihoods, { least: [1, 3], change: 0 })]).toEqual([
    1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1,
  ])
})

it('nothing has no path', () => {
  expect(likeliestPath(new Float32Array(0), { least: [2, 2], change: 1 })).toHaveLength(0)
})
