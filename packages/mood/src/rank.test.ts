import { describe, expect, it } from 'vitest'
import { DEFAULT_RULES, placeOf } from './moods.ts'
import { type Candidate, fitOf, rank, type Wish, wordsOf } from './rank.ts'

const NOW = Date.UTC(2024, 11, 1)
const HOUR = 3_600_000
const happy = DEFAULT_RULES.happy
const wish: Wish = { place: placeOf(happy), rule: happy, seed: 1, now: NOW, limit: 10 }

const track = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  artist: `by ${id}`,
  valence: 0.8,
  energy: 0.75,
  tempo: 120,
  plays: 0,
  lastPlayed: null,
  finished: 0,
  skipped: 0,
  ...more,
})
const played = (id: string, hoursAgo: number, more: Partial<Candidate> = {}) =>
  track(id, { plays: 1, lastPlayed: NOW - hoursAgo * HOUR, ...more })
const ids = (candidates: Candidate[], more: Partial<Wish> = {}) =>
  rank(candidates, { ...wish, ...more }).map(({ id }) => id)
const some = (count: number, make: (n: number) => Candidate) =>
  Array.from({ length: count }, (_, n) => make(n))

describe('how well a track fits', () => {
  it.each<[{ valence: number; energy: number; tempo: number | null }, number, string]>([
    [{ valence: 0.8, energy: 0.75, tempo: 120 }, 1, 'in the middle'],
    [{ valence: 0.8, energy: 0.75, tempo: null }, 1, 'of unknown tempo'],
    [{ valence: 0.6, energy: 0.5, tempo: 120 }, Math.exp(-0.1025 / 0.245), 'in a corner'],
    [{ valence: 0.8, energy: 0.75, tempo: 47.5 }, Math.exp(-1 / 0.4), 'an octave too slow'],
    [
      { valence: 0.45, energy: 0.75, tempo: 120 },
      Math.exp(-0.1225 / 0.245) * Math.exp(-0.15 / 0.15),
      'too dark',
    ],
  ])('%o: %d (%s)', (at, expected) => {
    expect(fitOf(at, wish)).toBeCloseTo(expected, 6)
  })

  it('is by the place alone where no rule is given', () => {
    const at = { place: { valence: 0, energy: 0 }, rule: null }
    expect(fitOf({ valence: 0, energy: 0, tempo: 500 }, at)).toBe(1)
    expect(fitOf({ valence: 0.35, energy: 0, tempo: null }, at)).toBeCloseTo(Math.exp(-0.5), 6)
  })
})

describe('a list', () => {
  const many = some(60, (n) => track(`t${n}`, { plays: n % 2, lastPlayed: n % 2 ? NOW - 500 * HOUR : null }))

  it('is the same for a seed, another for another, and has what was asked for once', () => {
    expect(ids(many)).toEqual(ids(many.toReversed()))
    expect(ids(many)).not.toEqual(ids(many, { seed: 2 }))
    expect(new Set(ids(many)).size).toBe(10)
  })

  it('mixes what was never played with what was: four of ten', () => {
    const list = rank(many, wish)
    const news = list.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'new'))
    expect([list.length, news.length]).toEqual([10, 4])
  })

  it('has no artist twice in a row as long as there is another', () => {
    const two = some(12, (n) =>
      track(`t${n}`, { artist: n < 8 ? 'Same ' : 'other', valence: n < 8 ? 0.8 : 0.65 }),
    )
    const artists = rank(two, { ...wish, limit: 12 }).map(({ id }) =>
      Number(id.slice(1)) < 8 ? 'same' : 'other',
    )
    expect(artists.slice(0, 9)).toEqual(
      some(9, () => track('')).map((_, n) => (n % 2 ? artists[1] : artists[0])),
    )
    expect(ids(some(3, (n) => track(`t${n}`, { artist: 'one' })))).toHaveLength(3)
  })

  it('puts what was played in the last two hours at its end, and says so', () => {
    const list = rank([played('now', 1), track('far', { valence: 0.55 }), track('good'), track('fine')], wish)
    expect(list.slice(-2).map(({ id }) => id)).toEqual(['far', 'now'])
    expect(list.at(-1)?.reasons).toContainEqual({ kind: 'lately' })
  })

  it('prefers what was not played for long, and what was heard to its end in the mood', () => {
    const first = (a: Candidate, b: Candidate) =>
      some(20, (n) => track(String(n))).filter((_, seed) => ids([a, b], { seed })[0] === a.id).length
    expect(first(played('week', 200), played('day', 5))).toBeGreaterThan(17)
    expect(first(played('liked', 500, { finished: 3 }), played('left', 500, { skipped: 3 }))).toBeGreaterThan(
      17,
    )
  })

  it('ends with the nearest there are, which say that they do not quite fit', () => {
    const list = rank([track('fits'), track('slow', { tempo: 80 }), track('dim', { valence: 0.55 })], wish)
    expect(list[0]?.id).toBe('fits')
    expect(list.find(({ id }) => id === 'slow')?.reasons).toContainEqual({ kind: 'weak', off: ['tempo'] })
    expect(list.find(({ id }) => id === 'dim')?.reasons).toContainEqual({ kind: 'weak', off: ['valence'] })
  })

  it('leaves out what is far off, unless there is next to nothing', () => {
    const dark = some(5, (n) => track(`dark${n}`, { valence: 0.1, energy: 0.1 }))
    expect(ids([...some(4, (n) => track(`t${n}`)), ...dark])).toHaveLength(4)
    expect(ids(dark)).toHaveLength(3)
    expect(ids([])).toEqual([])
  })
})

it.each([
  [
    [
      { kind: 'sound', valence: 0.8, energy: 0.742, tempo: 128.4 },
      { kind: 'live', year: 2024 },
    ],
    'Valence 0.8, energy 0.74, 128 BPM; heard live in 2024',
  ],
  [
    [{ kind: 'sound', valence: 0.1, energy: 0, tempo: null }, { kind: 'new' }],
    'Valence 0.1, energy 0; new to you',
  ],
  [[{ kind: 'finished', times: 3 }], 'You finished it three times in this mood'],
  [
    [{ kind: 'finished', times: 12 }, { kind: 'lately' }],
    'You finished it 12 times in this mood; played a moment ago',
  ],
  [[{ kind: 'weak', off: ['valence', 'tempo'] }], 'The nearest there is, not quite in colour and tempo'],
] as const)('%o in words', (reasons, words) => {
  expect(wordsOf(reasons)).toBe(words)
})
