import { describe, expect, it } from 'vitest'
import type { Tag } from '../analysis.ts'
import type { Facts } from '../facts.ts'
import { createDescriptors } from '../measures/descriptors.ts'
import { loadFfts } from '../signal/fft.ts'
import { noise, perform } from '../signals-for-tests.ts'
import type { ClassName } from './classes.ts'
import type { Hearing } from './hearing.ts'
import { bestStretch, powerMean } from './pooling.ts'
import { tagsOf } from './tags.ts'

const ffts = await loadFfts()

/** What the measures make of a sound, as far as tags ask. */
function factsOf(sound: Float32Array, mode: 'major' | 'minor' | null = null): Facts {
  const descriptors = createDescriptors(ffts)
  descriptors.add(sound)
  const key = { tonic: mode && 'C', mode, confidence: 1, alternatives: [], tuning: null } as const
  return { descriptors: descriptors.end(), tonality: { key } } as unknown as Facts
}

/** A model that heard these classes with this score throughout, and everything else with next to none. */
function heard(scores: Partial<Record<ClassName, number | number[]>>, length = 40): Hearing {
  return {
    ...{ model: 'made up', step: 0.48, length, embedding: null },
    of: (name) => {
      const score = scores[name] ?? 0.0005
      return Float32Array.from({ length }, (_, i) => (Array.isArray(score) ? (score[i] ?? 0) : score))
    },
    mean: () => 0,
  }
}
const nothing = heard({}, 0)
const facts = factsOf(noise(1))
const probability = (tags: readonly Tag[], label: string) =>
  tags.find((tag) => tag.label === label)?.probability as number
const claimed = (tags: readonly Tag[]) => tags.flatMap((tag) => (tag.probability >= 0.5 ? tag.label : []))

describe('tags by the model', () => {
  it('claim what stands out, with its family, and nothing else', () => {
    const tags = tagsOf(heard({ Music: 0.98, Saxophone: 0.4, Jazz: 0.1, 'Happy music': 0.05 }), facts)
    expect(claimed(tags.genres)).toEqual(['Jazz'])
    expect(claimed(tags.instruments)).toEqual(['Woodwind', 'Saxophone'])
    expect(claimed(tags.moods)).toEqual(['Happy'])
    expect(claimed(tags.tags)).toEqual(['Music', 'Instrumental'])
  })

  it('say "unknown" of what nobody plays: none of a list is likely', () => {
    const tags = tagsOf(heard({ Silence: 0.99 }), facts)
    for (const list of Object.values(tags)) expect(claimed(list)).toEqual([])
  })

  it('have all labels of a list once, from the likeliest on, between 0 and 1', () => {
    for (const hearing of [heard({ Music: 1 }), heard({ Music: 0 }), nothing])
      for (const list of Object.values(tagsOf(hearing, facts))) {
        const probabilities = list.map((tag) => tag.probability)
        expect(new Set(list.map((tag) => tag.label)).size).toBe(list.length)
        expect(probabilities.every((value) => value >= 0 && value <= 1)).toBe(true)
        expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a))
      }
  })

  it('find seconds of applause in a long concert, and call it live', () => {
    const applause = Array.from({ length: 2000 }, (_, i) => (i > 1900 && i < 1915 ? 0.9 : 0.001))
    const { tags } = tagsOf(heard({ Music: 0.97, Singing: 0.4, Applause: applause }, 2000), facts)
    expect(claimed(tags).toSorted()).toEqual(['Applause', 'Live', 'Music', 'Singing'])
  })

  it('are less sure of an instrument where another is surer', () => {
    const of = (piano: number) =>
      probability(tagsOf(heard({ Flute: 0.1, Piano: piano }), facts).instruments, 'Flute')
    expect(of(0.5)).toBeLessThan(of(0.01) - 0.1)
  })
})

describe('tags by the signal alone', () => {
  const beat = perform(
    Array.from({ length: 16 }, (_, i) => ({ kind: i % 4 === 2 ? 'snare' : 'hat', at: i / 4 }) as const),
    4,
  )
  const chord = perform(
    [48, 60, 64, 67].map((pitch) => ({ kind: 'note', at: 0, pitch, length: 4 }) as const),
    4,
  )

  it('claim no genre, mood or instrument, and are nearer to where the sound is', () => {
    const [drums, notes] = [tagsOf(nothing, factsOf(beat)), tagsOf(nothing, factsOf(chord))]
    for (const { genres, moods, instruments } of [drums, notes])
      expect([...genres, ...moods, ...instruments].filter((tag) => tag.probability >= 0.75)).toEqual([])
    expect(probability(drums.instruments, 'Drums')).toBeGreaterThan(
      2 * probability(notes.instruments, 'Drums'),
    )
    expect(claimed(notes.tags)).toContain('Music')
  })

  it('lean to the mode for what is happy or sad', () => {
    const [major, minor] = [
      tagsOf(nothing, factsOf(chord, 'major')),
      tagsOf(nothing, factsOf(chord, 'minor')),
    ]
    expect(probability(major.moods, 'Happy')).toBeGreaterThan(probability(minor.moods, 'Happy'))
    expect(probability(major.moods, 'Sad')).toBeLessThan(probability(minor.moods, 'Sad'))
  })

  it('are the base rates for silence and for nothing at all', () => {
    for (const samples of [0, 1, 22_050]) {
      const { genres, tags } = tagsOf(nothing, factsOf(new Float32Array(samples)))
      expect(new Set(genres.map((tag) => tag.probability.toFixed(3)))).toEqual(new Set(['0.060']))
      expect(claimed(tags)).toEqual([])
    }
  })
})

describe('pooling', () => {
  it('leans on peaks with the exponent, and finds the best stretch', () => {
    const scores = Float32Array.of(0, 0, 0.8, 0.6, 0, 0)
    expect(powerMean(scores, 1)).toBeCloseTo(1.4 / 6, 5)
    expect(powerMean(scores, 2)).toBeCloseTo(Math.sqrt(1 / 6), 5)
    expect(bestStretch(scores, 2)).toBeCloseTo(0.7, 5)
    expect(bestStretch(scores, 100)).toBeCloseTo(1.4 / 6, 5)
    expect([powerMean(new Float32Array(), 2), bestStretch(new Float32Array(), 3)]).toEqual([0, 0])
  })
})
