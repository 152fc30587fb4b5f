import { describe, expect, it } from 'vitest'
import { anAnalysis } from './analysis-for-tests'
import { curvePath, labelsOf, rowsOf, verdictOf } from './compare'
import type { MusicalKey } from './harmony'

const track = (bpm: number | null, key: MusicalKey | null) =>
  anAnalysis({
    tempo: { bpm, confidence: 1, alternatives: [] },
    key: {
      tonic: key?.tonic ?? null,
      mode: key?.mode ?? null,
      confidence: 1,
      alternatives: [],
      tuning: null,
    },
  })
const A_MINOR: MusicalKey = { tonic: 'A', mode: 'minor' }
const E_MINOR: MusicalKey = { tonic: 'E', mode: 'minor' }
const C_SHARP_MINOR: MusicalKey = { tonic: 'Db', mode: 'minor' }

describe('two recordings', () => {
  it('mix when both key and tempo do', () => {
    expect(verdictOf(track(100, A_MINOR), track(102, E_MINOR))).toEqual({
      title: 'Mixes well',
      words: 'a fifth apart, +2 %',
      mixes: true,
    })
  })

  it('do not when one of them does not, and say which', () => {
    expect(verdictOf(track(100, A_MINOR), track(130, E_MINOR))?.title).toBe(
      'The keys go together, the tempos do not',
    )
    expect(verdictOf(track(100, A_MINOR), track(100, C_SHARP_MINOR))).toMatchObject({
      title: 'The tempos meet, the keys do not',
      mixes: false,
    })
  })

  it('are judged by what is known of both', () => {
    expect(verdictOf(track(100, null), track(101, A_MINOR))).toMatchObject({
      title: 'The tempos meet',
      words: '+1 %',
    })
    expect(verdictOf(track(null, A_MINOR), track(100, null))).toBeNull()
  })

  it('differ by the second against the first, where both have a number', () => {
    const [one, other] = [anAnalysis({ loudness_lufs: -9 }), anAnalysis({ loudness_lufs: -12.5 })]
    const row = rowsOf(one, other).find(({ label }) => label === 'Loudness')
    expect(row).toEqual({ label: 'Loudness', unit: 'LUFS', a: '−9', b: '−12.5', difference: '−3.5' })
    const [tempo] = rowsOf(track(100, null), track(null, null))
    expect(tempo).toEqual({ label: 'Tempo', unit: 'bpm', a: '100', b: null, difference: null })
  })

  it('share the labels that are claimed of both', () => {
    const one = anAnalysis({
      genres: [{ label: 'Rock', probability: 0.6 }],
      instruments: [
        { label: 'Guitar', probability: 0.9 },
        { label: 'Flute', probability: 0.4 },
      ],
    })
    const other = anAnalysis({
      instruments: [
        { label: 'Guitar', probability: 0.7 },
        { label: 'Flute', probability: 0.8 },
      ],
    })
    expect(labelsOf(one, other)).toEqual({ shared: ['Guitar'], onlyA: ['Rock'], onlyB: ['Flute'] })
  })
})

it('a curve is a line over its part of the longer one', () => {
  expect(curvePath({ step: 5, values: [0, 1] }, 20, 100)).toBe('M125.0 100.0L375.0 0.0')
  expect(curvePath({ step: 5, values: [] }, 20, 100)).toBe('')
})
