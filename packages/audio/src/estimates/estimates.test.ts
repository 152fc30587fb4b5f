import { describe, expect, it } from 'vitest'
import type { Estimate } from '../analysis.ts'
import { type Case, judged } from '../judged-for-tests.ts'
import { type Estimates, estimatesOf } from './estimates.ts'

const of = (name: keyof Estimates, given?: Case): Estimate => estimatesOf(judged(given))[name]
const music = { Music: 0.97 }

/** By estimate: what raises it with the model, what lowers it, and the same without. */
const cases: [keyof Estimates, { model: [Case, Case]; signal?: [Case, Case] }][] = [
  [
    'energy',
    {
      model: [
        { scores: { ...music, 'Exciting music': 0.01 } },
        { scores: { ...music, 'Tender music': 0.05 } },
      ],
      signal: [
        { descriptors: { novelty: 110, centroid: 2500 } },
        { descriptors: { novelty: 14, centroid: 700 } },
      ],
    },
  ],
  [
    'danceability',
    {
      model: [
        { rhythm: { pulse_clarity: 0.9 }, descriptors: { lowPulse: 0.9 } },
        { rhythm: { pulse_clarity: 0.2 }, descriptors: { lowPulse: 0.1 } },
      ],
    },
  ],
  [
    'valence',
    {
      model: [
        { scores: { ...music, 'Happy music': 0.02 }, key: { mode: 'major' } },
        { scores: { ...music, 'Sad music': 0.02, 'Scary music': 0.02 }, key: { mode: 'minor' } },
      ],
      signal: [{ key: { mode: 'major' } }, { key: { mode: 'minor' } }],
    },
  ],
  [
    'acousticness',
    {
      model: [
        { scores: { ...music, 'Acoustic guitar': 0.4 } },
        { scores: { ...music, Synthesizer: 0.3, Techno: 0.4 } },
      ],
      signal: [{ descriptors: { crest: 17, lowShare: 0.02 } }, { descriptors: { crest: 8, lowShare: 0.7 } }],
    },
  ],
  ['instrumentalness', { model: [{ scores: music }, { scores: { ...music, Singing: 0.3 } }] }],
  [
    'liveness',
    {
      model: [
        // eleven patches are five seconds
        { scores: { ...music, Applause: [0, 0, 0, ...Array<number>(11).fill(0.8)] } },
        { scores: music },
      ],
      signal: [{ segments: [{ kind: 'applause', start: 20, end: 30, confidence: 0.6 }] }, {}],
    },
  ],
  [
    'speechiness',
    {
      model: [{ scores: { Speech: 0.9 } }, { scores: music }],
      signal: [{ segments: [{ kind: 'speech', start: 0, end: 28, confidence: 0.6 }] }, {}],
    },
  ],
]

describe.each(cases)('%s', (name, { model, signal }) => {
  it('rises and falls with what it leans on', () => {
    const [high, low] = model.map((given) => of(name, given))
    expect(high?.value).toBeGreaterThan(0.65)
    expect(low?.value).toBeLessThan(0.35)
  })
  it('says what it leans on: what raises it has a positive weight', () => {
    for (const given of [...model, ...(signal ?? [])]) {
      const { value, evidence } = of(name, given)
      expect(evidence.length).toBeGreaterThan(0)
      for (const { label, reading, weight } of evidence) {
        expect(label).not.toBe('')
        expect(Number.isFinite(reading) && Math.abs(weight) <= 1).toBe(true)
      }
      const most = evidence.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))[0]
      if (value > 0.65) expect(most?.weight).toBeGreaterThan(0)
      if (value < 0.35) expect(most?.weight).toBeLessThan(0)
    }
  })
  it('of silence nothing is claimed', () => {
    const silent = { descriptors: { level: -120 }, lufs: null, segments: [] }
    for (const given of [silent, { ...silent, scores: { Silence: 0.9 } }, { ...silent, seconds: 0 }])
      expect(of(name, given)).toMatchObject({ confidence: 0, evidence: [] })
  })
  if (!signal) return
  it('goes the same way without the model, and is less sure', () => {
    const [high, low] = signal.map((given) => of(name, given))
    expect(high?.value).toBeGreaterThan((low?.value ?? 1) + 0.15)
    expect(high?.source).toBe('signal')
    expect(high?.confidence).toBeLessThan(of(name, { scores: music }).confidence)
  })
})

it('a second of music is worth less than a minute', () => {
  for (const name of [
    'energy',
    'valence',
    'danceability',
    'acousticness',
    'instrumentalness',
    'liveness',
  ] as const)
    expect(of(name, { seconds: 1, scores: music }).confidence).toBeLessThan(
      of(name, { seconds: 60, scores: music }).confidence * 0.7,
    )
})

it('loudness alone hardly makes energy', () => {
  const [quiet, loud] = [-26, -10].map((lufs) => of('energy', { scores: music, lufs }).value)
  expect((loud ?? 0) - (quiet ?? 0)).toBeLessThan(0.3)
})

it('nothing that does not pulse is danced to', () => {
  const rhythm = { tempo: { bpm: null, confidence: 0, alternatives: [] } }
  expect(of('danceability', { rhythm })).toMatchObject({ value: 0, confidence: 0 })
})

it('a single clap makes no audience', () => {
  expect(of('liveness', { scores: { ...music, Clapping: [0, 0.9] } }).value).toBeLessThan(0.7)
})
