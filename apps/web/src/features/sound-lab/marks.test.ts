import { expect, it } from 'vitest'
import { marksOf } from './marks'

const song = (start: number, end: number) => ({ start, end, confidence: 1 })
const applause = (start: number, end: number) => ({ kind: 'applause' as const, ...song(start, end) })

it('a waveform is marked with songs and applause in their order, without mere shouts', () => {
  const marks = marksOf({
    songs: [song(0, 60), song(70, 120)],
    segments: [applause(60, 70), applause(90, 91)],
  })
  expect(marks.map(({ label, start }) => `${label} ${start}`)).toEqual([
    'Song 1 0',
    'Applause 60',
    'Song 2 70',
  ])
})

it('one song alone needs no mark', () => {
  expect(marksOf({ songs: [song(0, 60)], segments: [] })).toEqual([])
})
