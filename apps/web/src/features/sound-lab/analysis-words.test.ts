import { describe, expect, it } from 'vitest'
import {
  sayBesideStreaming,
  sayConfidence,
  sayInfluence,
  sayPeak,
  sayReading,
  sayTuning,
  weightiest,
} from './analysis-words'

describe('the words of an analysis', () => {
  it('set loudness beside what streaming services play at', () => {
    expect(sayBesideStreaming(-11.2)).toContain('turn it down by 2.8 dB')
    expect(sayBesideStreaming(-20)).toContain('6 dB below')
    expect(sayBesideStreaming(-14.2)).toBe('What streaming services play at.')
  })

  it('warn of peaks that clip, and of those that may', () => {
    expect(sayPeak(0.3)).toEqual({ words: expect.stringContaining('clips'), warns: true })
    expect(sayPeak(-0.4)).toEqual({ words: expect.stringContaining('may clip'), warns: true })
    expect(sayPeak(-1.5).warns).toBe(false)
  })

  it('say a tuning as a pitch', () => {
    expect(sayTuning(-4)).toBe('A4 at 439 Hz, 4 cents flat')
    expect(sayTuning(1)).toBe('A4 at 440.3 Hz, 1 cent sharp')
    expect(sayTuning(0.2)).toBe('A4 at 440.1 Hz, concert pitch')
  })

  it('say which way evidence leads and how far, the weightiest first', () => {
    expect(sayInfluence({ weight: 0.2 })).toBe('raises it much')
    expect(sayInfluence({ weight: -0.06 })).toBe('lowers it somewhat')
    expect(sayInfluence({ weight: 0 })).toBe('hardly changes it')
    const evidence = [0.1, -0.3, 0.2].map((weight) => ({ label: `${weight}`, reading: 1, weight }))
    expect(weightiest(evidence, 2).map(({ label }) => label)).toEqual(['-0.3', '0.2'])
  })

  it('write readings by the digits in which they differ', () => {
    expect([46.787, 0.4331, 0.00412, 0.00001, -0.25].map(sayReading)).toEqual([
      '46.8',
      '0.43',
      '0.0041',
      '0',
      '−0.25',
    ])
  })

  it('have a word for how sure something is', () => {
    expect([0.9, 0.6, 0.3, 0.1].map(sayConfidence)).toEqual([
      'sure',
      'fairly sure',
      'not very sure',
      'a guess',
    ])
  })
})
