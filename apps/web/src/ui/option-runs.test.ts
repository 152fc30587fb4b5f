import { expect, it } from 'vitest'
import { runsOf } from './option-runs'

const initial = (word: string) => (word.startsWith('a') ? undefined : word[0])

it.each([
  [[], []],
  [['ape', 'ant'], [{ group: undefined, from: 0, options: ['ape', 'ant'] }]],
  [
    ['ape', 'bee', 'bat', 'cow'],
    [
      { group: undefined, from: 0, options: ['ape'] },
      { group: 'b', from: 1, options: ['bee', 'bat'] },
      { group: 'c', from: 3, options: ['cow'] },
    ],
  ],
  [
    ['bee', 'ape', 'bat'],
    [
      { group: 'b', from: 0, options: ['bee'] },
      { group: undefined, from: 1, options: ['ape'] },
      { group: 'b', from: 2, options: ['bat'] },
    ],
  ],
])('cuts %j where another heading begins', (words, runs) => {
  expect(runsOf(words, initial)).toEqual(runs)
})
