import { describe, expect, it } from 'vitest'
import {
  type Comparable,
  centreOf,
  cosine,
  facetsOf,
  keysWanted,
  labelsOf,
  packEmbedding,
  similarityOf,
  unpackEmbedding,
} from './rules.ts'

it('labels are those that are claimed, each once, list by list, the surest of each first', () => {
  const tag = (label: string, probability: number) => ({ label, probability })
  expect(
    labelsOf({
      genres: [tag('Jazz', 0.6), tag('Rock', 0.8), tag('Folk', 0.49)],
      moods: [tag('Happy', 0.5)],
      instruments: [tag('Guitar', 0.9)],
      tags: [tag('Singing', 0.8), tag('Guitar', 0.7)],
    }),
  ).toEqual(['Rock', 'Jazz', 'Happy', 'Guitar', 'Singing'])
})

describe('embeddings', () => {
  it('are kept in bytes, as near as a 254th of their largest value', () => {
    const values = Array.from({ length: 2048 }, (_, i) => Math.sin(i) * 3)
    const packed = packEmbedding(values)
    expect(packed.length).toBe(2052)
    unpackEmbedding(packed).forEach((value, i) => {
      expect(Math.abs(value - (values[i] as number))).toBeLessThanOrEqual(3 / 254 + 1e-6)
    })
    expect([...unpackEmbedding(packEmbedding([0, 0]))]).toEqual([0, 0])
  })

  it('are compared by what they do not all share, the more so the more they are', () => {
    const usual = [10, 10, 10]
    const [a, b] = [Float32Array.of(11, 10, 10), Float32Array.of(10, 11, 10)]
    const many = [a, b, ...Array.from({ length: 998 }, () => Float32Array.from(usual))]
    expect(cosine(a, b, centreOf([a, b]))).toBeGreaterThan(0.9)
    expect(cosine(a, b, centreOf(many))).toBeLessThan(0.3)
    expect(cosine(a, a, centreOf(many))).toBeCloseTo(1)
    expect(cosine(new Float32Array(3), a, new Float32Array(3))).toBe(0)
  })
})

describe('similarity', () => {
  const some = (fields: Partial<Comparable> = {}): Comparable => ({
    bpm: 120,
    tonic: 'A',
    mode: 'minor',
    labels: ['Rock', 'Guitar'],
    embedding: Float32Array.of(1, 0),
    ...fields,
  })
  const centre = Float32Array.of(0, 0)
  const facets = (fields: Partial<Comparable>) => facetsOf(some(), some(fields), centre)

  it.each([
    [120, 1],
    [60, 1],
    [240, 1],
    [120 * Math.SQRT2, 0],
    [90, 1 - 2 * Math.log2(4 / 3)],
  ])('of a tempo of %d to 120', (bpm, expected) => {
    expect(facets({ bpm }).tempo).toBeCloseTo(expected)
  })

  it.each([
    ['A', 'minor', 1],
    ['C', 'major', 11 / 12],
    ['E', 'minor', 5 / 6],
    ['D', 'minor', 5 / 6],
    ['G', 'major', 5 / 6 - 1 / 12],
    ['Eb', 'minor', 0],
  ])('of %s %s to A minor', (tonic, mode, expected) => {
    expect(facets({ tonic, mode }).key).toBeCloseTo(expected)
  })

  it('of tags is the share of what either has, of sound the cosine', () => {
    expect(facets({ labels: ['Rock', 'Piano'] }).tags).toBeCloseTo(1 / 3)
    expect(facets({ embedding: Float32Array.of(1, 1) }).sound).toBeCloseTo(Math.SQRT1_2)
    expect(facets({ embedding: Float32Array.of(-1, 0) }).sound).toBe(0)
  })

  it('has no facet where one of both has none, and then counts the others', () => {
    const none = facetsOf(
      some({ bpm: null, mode: null, labels: [] }),
      some({ embedding: Float32Array.of(1, 0, 0) }),
      centre,
    )
    expect(none).toEqual({ sound: null, tempo: null, key: null, tags: null })
    expect(similarityOf(none)).toBe(0)
    expect(similarityOf({ ...none, tempo: 0.5 })).toBe(0.5)
    expect(similarityOf({ sound: 1, tempo: 1, key: 1, tags: 1 })).toBeCloseTo(1)
    expect(similarityOf({ sound: 1, tempo: 0, key: 0, tags: 0 })).toBeCloseTo(0.6)
  })
})

it.each([
  [{ match: 'exact' }, null],
  [{ tonic: 'A', mode: 'minor', match: 'exact' }, ['A minor']],
  [{ tonic: 'A', match: 'exact' }, ['A major', 'A minor']],
  [{ tonic: 'A', mode: 'minor', match: 'mixable' }, ['A minor', 'C major', 'D minor', 'E minor']],
  [{ tonic: 'F#', mode: 'major', match: 'mixable' }, ['B major', 'Db major', 'Eb minor', 'F# major']],
] as const)('keys wanted by %o', (query, expected) => {
  expect(keysWanted(query as Parameters<typeof keysWanted>[0])?.sort() ?? null).toEqual(expected)
})
