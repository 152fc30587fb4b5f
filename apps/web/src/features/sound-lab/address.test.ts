import { describe, expect, it } from 'vitest'
import { isNarrowed, readLibraryAddress, readPairAddress } from './address'
import { conditionsOf } from './filters'

describe('the address of the library', () => {
  it('says what is asked for', () => {
    const raw = { q: ' rain ', bpm_from: 90, bpm_to: '120.5', tonic: 'F#', mode: 'minor', match: 'mixable' }
    expect(readLibraryAddress({ ...raw, label: 'Guitar', sort: '-bpm' })).toEqual({
      q: 'rain',
      bpm_from: 90,
      bpm_to: 120.5,
      tonic: 'F#',
      mode: 'minor',
      match: 'mixable',
      label: 'Guitar',
      sort: '-bpm',
    })
  })

  it('is read without what makes no sense', () => {
    const raw = { q: '', bpm_from: 'fast', bpm_to: 0, tonic: 'H', mode: 'dorian', sort: 'newest', other: 1 }
    expect(readLibraryAddress(raw)).toEqual({})
    expect(readLibraryAddress({ match: 'mixable', tonic: 'C' })).toEqual({ tonic: 'C' })
  })

  it('takes a title of digits alone', () => {
    expect(readLibraryAddress({ q: 1975 })).toEqual({ q: '1975' })
  })

  it('is not narrowed by an order', () => {
    expect(isNarrowed({ sort: 'title' })).toBe(false)
    expect(isNarrowed({ sort: 'title', q: 'rain' })).toBe(true)
  })
})

it('the two that are compared come out of the address as far as they are there', () => {
  expect(readPairAddress({ a: 'one', b: '' })).toEqual({ a: 'one' })
})

describe('what narrows the library', () => {
  it('is said, and taken off one by one', () => {
    const ask = readLibraryAddress({ q: 'rain', bpm_from: 90, tonic: 'A', mode: 'minor', match: 'mixable' })
    expect(conditionsOf(ask).map(({ words }) => words)).toEqual([
      '“rain”',
      '90 bpm or more',
      'Mixes well with A minor',
    ])
    expect(conditionsOf(ask).map(({ without }) => without)).toEqual([
      { bpm_from: 90, tonic: 'A', mode: 'minor', match: 'mixable' },
      { q: 'rain', tonic: 'A', mode: 'minor', match: 'mixable' },
      { q: 'rain', bpm_from: 90 },
    ])
  })

  it('names ranges and half a key', () => {
    const words = (raw: Record<string, unknown>) => conditionsOf(readLibraryAddress(raw))[0]?.words
    expect(words({ bpm_from: 90, bpm_to: 110 })).toBe('90 to 110 bpm')
    expect(words({ bpm_to: 89 })).toBe('89 bpm or less')
    expect(words({ tonic: 'Bb' })).toBe('In B♭')
    expect(words({ mode: 'minor' })).toBe('In minor')
  })
})
