import { describe, expect, it } from 'vitest'
import {
  camelotOf,
  FIFTHS,
  keyAt,
  type MusicalKey,
  mixableWith,
  placeOf,
  relationOf,
  sayKey,
} from './harmony'

const key = (tonic: MusicalKey['tonic'], mode: MusicalKey['mode']): MusicalKey => ({ tonic, mode })

describe('the circle of fifths', () => {
  it('has each key at one place, relatives together', () => {
    for (const tonic of FIFTHS) {
      for (const mode of ['major', 'minor'] as const) {
        expect(keyAt(placeOf(key(tonic, mode)), mode)).toEqual(key(tonic, mode))
      }
    }
    expect(placeOf(key('A', 'minor'))).toBe(placeOf(key('C', 'major')))
    expect(placeOf(key('Eb', 'minor'))).toBe(placeOf(key('F#', 'major')))
  })

  it('is the Camelot wheel by other names', () => {
    const said = [
      key('C', 'major'),
      key('A', 'minor'),
      key('B', 'major'),
      key('Ab', 'minor'),
      key('E', 'major'),
    ]
    expect(said.map(camelotOf)).toEqual(['8B', '8A', '1B', '1A', '12B'])
    expect(camelotOf(key('Db', 'minor'))).toBe('12A')
  })
})

it('keys are written as musicians do', () => {
  const said = [
    key('Bb', 'major'),
    key('F#', 'minor'),
    key('Db', 'minor'),
    key('Ab', 'minor'),
    key('Db', 'major'),
  ]
  expect(said.map(sayKey)).toEqual(['B♭ major', 'F♯ minor', 'C♯ minor', 'G♯ minor', 'D♭ major'])
})

describe('two keys', () => {
  it('mix when they are the same, a fifth apart or relatives', () => {
    expect(relationOf(key('A', 'minor'), key('A', 'minor'))).toEqual({ words: 'the same key', mixes: true })
    expect(relationOf(key('F', 'major'), key('C', 'major'))).toEqual({ words: 'a fifth apart', mixes: true })
    expect(relationOf(key('A', 'minor'), key('C', 'major'))).toEqual({ words: 'relative keys', mixes: true })
  })

  it('do not otherwise, and say how far they are apart', () => {
    expect(relationOf(key('A', 'minor'), key('A', 'major')).words).toBe('parallel keys, the same tonic')
    expect(relationOf(key('C', 'major'), key('F#', 'major'))).toEqual({
      words: '6 steps apart on the circle of fifths',
      mixes: false,
    })
    expect(relationOf(key('C', 'major'), key('E', 'minor'))).toEqual({
      words: 'one step apart on the circle of fifths',
      mixes: false,
    })
  })

  it('are found from either side', () => {
    const mixable = mixableWith(key('Eb', 'minor'))
    expect(mixable).toEqual([key('Ab', 'minor'), key('Bb', 'minor'), key('F#', 'major')])
    for (const other of mixable) expect(relationOf(other, key('Eb', 'minor')).mixes).toBe(true)
  })
})
