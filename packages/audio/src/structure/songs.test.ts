import { describe, expect, it } from 'vitest'
import type { Segment } from '../analysis.ts'
import { songsOf } from './songs.ts'

/** "m30 a6": thirty seconds of music, six of applause. */
function segments(text: string): Segment[] {
  const kinds = { m: 'music', s: 'speech', a: 'applause', q: 'silence' } as const
  let at = 0
  return text.split(' ').map((one) => {
    const start = at
    at += Number(one.slice(1))
    return { kind: kinds[one[0] as keyof typeof kinds], start, end: at, confidence: 0.9 }
  })
}

describe('songs are', () => {
  it.each([
    ['m180', [[0, 180]], 'a studio recording, whole'],
    ['q1 m180 q2', [[1, 181]], 'what is between silence'],
    [
      'm180 a12 m200 a20',
      [
        [0, 180],
        [192, 392],
      ],
      'parted by applause',
    ],
    [
      'm180 s15 m200',
      [
        [0, 180],
        [195, 395],
      ],
      'parted by talk',
    ],
    [
      'm180 q5 m200',
      [
        [0, 180],
        [185, 385],
      ],
      'parted by silence',
    ],
    ['m90 a2 m80 a10', [[0, 172]], 'one with a solo that is clapped'],
    ['m90 s4 m80', [[0, 174]], 'one with a line that is spoken'],
    ['m90 q2 m80', [[0, 172]], 'one with a general pause'],
    [
      'm90 s5 q2 s5 m80',
      [
        [0, 90],
        [102, 182],
      ],
      'two where short things add up',
    ],
    ['a10 m8 s20 m180 a10', [[38, 218]], 'not what is too short for one, where there are others'],
    ['a3 m12 a3', [[3, 15]], 'what there is, where all is short'],
    ['s60', [], 'none in a speech'],
    ['q60', [], 'none in silence'],
  ])('%s', (text, expected) => {
    expect(songsOf(segments(text)).map(({ start, end }) => [start, end])).toEqual(expected)
  })
  it('none of nothing', () => expect(songsOf([])).toEqual([]))
})

it('a song between applause is surer than one between talk, and one without borders is as sure as its music', () => {
  const [clapped] = songsOf(segments('a9 m99 a9'))
  const [talked] = songsOf(segments('s9 m99 s9'))
  const [whole] = songsOf(segments('m99'))
  expect(clapped?.confidence).toBeGreaterThan(talked?.confidence ?? 1)
  expect(whole?.confidence).toBe(0.9)
})
