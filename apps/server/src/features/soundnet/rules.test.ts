import { describe, expect, it } from 'vitest'
import { Analysis, verdictOf } from './rules.ts'

const nothing = {
  happiness: null,
  energy: null,
  danceability: null,
  acousticness: null,
  instrumentalness: null,
  liveness: null,
  speechiness: null,
  tempo: null,
  loudness: null,
}

describe('an answer', () => {
  it.each<[string, Record<string, unknown>, Partial<Record<keyof typeof nothing, number | null>>]>([
    [
      'shares are percents',
      { happiness: 70, energy: 0, liveness: 100 },
      { happiness: 0.7, energy: 0, liveness: 1 },
    ],
    ['what is absent stays unknown', {}, {}],
    ['null is unknown', { energy: null, tempo: null, loudness: null }, {}],
    ['beyond its range is unknown', { energy: 101, happiness: -1, tempo: 0 }, {}],
    ['words for a number are unknown', { energy: 'high', tempo: '115' }, {}],
    ['a tempo in beats a minute', { tempo: 115 }, { tempo: 115 }],
    ['a loudness with its unit', { loudness: '-5 dB' }, { loudness: -5 }],
    ['a loudness with a fraction', { loudness: '-11.25 dB' }, { loudness: -11.25 }],
    ['a loudness without a space', { loudness: '3dB' }, { loudness: 3 }],
    ['a loudness without a unit', { loudness: '-5' }, {}],
    ['a loudness that is a number', { loudness: -5 }, {}],
    ['fields that nobody knows', { id: 'x', camelot: '8B', popularity: 50, newer: {} }, {}],
  ])('%s', (_name, given, known) => {
    expect(Analysis.parse(given)).toMatchObject({ ...nothing, ...known })
  })

  it.each([null, 'text', 7, [1]])('that is no object is none: %j', (given) => {
    expect(Analysis.safeParse(given).success).toBe(false)
  })
})

it.each([
  [404, 'unknown'],
  [400, 'unknown'],
  [422, 'unknown'],
  [429, 'too_much'],
  [401, 'no_entry'],
  [403, 'no_entry'],
  [408, 'silent'],
  [500, 'silent'],
  [503, 'silent'],
  [302, 'silent'],
  [null, 'silent'],
])('the status %j means %s', (status, verdict) => {
  expect(verdictOf(status)).toBe(verdict)
})
