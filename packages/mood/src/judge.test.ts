import { describe, expect, it } from 'vitest'
import { applyLearned, judge, judgeWindow, learn, moodAt, NOTHING_LEARNED } from './judge.ts'
import { DEFAULT_RULES, MOODS, ofEach, placeOf, type Scores } from './moods.ts'

const scores = (happy: number, sad: number, angry: number, neutral: number): Scores => ({
  happy,
  sad,
  angry,
  neutral,
})
const NOBODY = scores(0, 0, 0, 0)
const HAPPY = scores(0.85, 0.05, 0.02, 0.08)
const ANGRY = scores(0.02, 0.05, 0.85, 0.08)

describe('one reading', () => {
  it.each([
    ['a clear face', HAPPY, 'happy', 0.85],
    ['just enough', scores(0.5, 0.1, 0.1, 0.3), 'happy', 0.5],
    ['not enough', scores(0.49, 0.1, 0.1, 0.31), null, 0.49],
    ['sad', scores(0.1, 0.51, 0.1, 0.29), 'sad', 0.51],
    ['two alike', scores(0.45, 0.05, 0.05, 0.45), null, 0.45],
    ['nobody', NOBODY, null, 0],
    ['shares that do not make 1', scores(4, 1, 0, 0), 'happy', 0.8],
  ] as const)('%s', (_what, read, mood, confidence) => {
    const judged = judge(read)
    expect(judged.mood).toBe(mood)
    expect(judged.confidence).toBeCloseTo(confidence, 2)
  })
})

/** Frames 500 ms apart, of which the last is at 10 s. */
const frames = (...read: (Scores | null)[]) =>
  read.map((one, index) => ({ scores: one, at: 10_000 - (read.length - 1 - index) * 500 }))

describe('a window', () => {
  it.each([
    ['without frames', [], null],
    ['of one frame', [HAPPY], null],
    ['of two', [HAPPY, HAPPY], 'happy'],
    ['without a face', [null, null, null], null],
    ['that saw a face too rarely', [HAPPY, null, null, null, null, null, HAPPY], null],
    ['that saw one now and then', [HAPPY, null, null, HAPPY, null, HAPPY], 'happy'],
    ['with one frame that is otherwise', [HAPPY, HAPPY, ANGRY, HAPPY, HAPPY], 'happy'],
    ['half and half', [HAPPY, ANGRY, HAPPY, ANGRY], null],
    ['of zeros, which are no face', [NOBODY, NOBODY, HAPPY], null],
  ] as const)('%s', (_what, read, mood) => {
    expect(judgeWindow(frames(...read)).mood).toBe(mood)
  })

  it('has the geometric mean of its frames', () => {
    const { scores: mean } = judgeWindow(frames(scores(0.8, 0.1, 0.05, 0.05), scores(0.2, 0.1, 0.35, 0.35)))
    const roots = [Math.sqrt(0.16), 0.1, Math.sqrt(0.0175), Math.sqrt(0.0175)]
    const all = roots.reduce((sum, root) => sum + root, 0)
    MOODS.forEach((mood, index) => {
      expect(mean?.[mood]).toBeCloseTo((roots[index] ?? 0) / all, 10)
    })
  })

  it('has scores that make 1, also where frames are quite sure of opposites', () => {
    const { scores: mean, mood } = judgeWindow(frames(scores(1, 0, 0, 0), scores(0, 0, 1, 0)))
    expect(MOODS.reduce((sum, each) => sum + (mean?.[each] ?? 0), 0)).toBeCloseTo(1, 10)
    expect(mood).toBeNull()
  })

  it('is held a little by the one before, and forgets what is older', () => {
    const at = (time: number, read: Scores) => ({ scores: read, at: time })
    const unclear = scores(0.44, 0.02, 0.5, 0.04)
    const now = [at(9000, unclear), at(10_000, unclear)]
    const before = [at(4000, HAPPY), at(4500, HAPPY)]
    const old = before.map((reading) => ({ ...reading, at: reading.at - 5000 }))
    expect(judgeWindow(now).mood).toBe('angry')
    expect(judgeWindow([...before, ...now]).mood).not.toBe('angry')
    expect(judgeWindow([...old, ...now])).toEqual(judgeWindow(now))
    expect(judgeWindow(before).mood).toBe('happy')
    expect(judgeWindow([...before, ...now], { window: 600 })).toMatchObject({ mood: null, scores: null })
  })

  it('is judged with what was learned, and keeps the scores that were read', () => {
    const unclear = scores(0.05, 0.02, 0.38, 0.55)
    const learned = learn(Array.from({ length: 5 }, () => ({ scores: unclear, to: 'angry' as const })))
    const plain = judgeWindow(frames(unclear, unclear))
    const taught = judgeWindow(frames(unclear, unclear), { learned })
    expect([plain.mood, taught.mood]).toEqual(['neutral', 'angry'])
    expect(taught.scores).toEqual(plain.scores)
  })
})

describe('what corrections teach', () => {
  const unclear = scores(0.05, 0.38, 0.02, 0.55)
  const times = (count: number, to: 'happy' | 'sad' | 'neutral', read = unclear) =>
    Array.from({ length: count }, () => ({ scores: read, to }))

  it('is nothing without any, or where there was no face', () => {
    expect(learn([])).toEqual(NOTHING_LEARNED)
    expect(learn(times(9, 'sad', NOBODY))).toEqual(NOTHING_LEARNED)
    expect(applyLearned(HAPPY, NOTHING_LEARNED).happy).toBeCloseTo(HAPPY.happy, 10)
    expect(applyLearned(NOBODY, learn(times(9, 'sad')))).toEqual(NOBODY)
  })

  it('is 1.5 · Σ(y − p) / (n + 5)', () => {
    expect(learn(times(1, 'sad')).sad).toBeCloseTo((1.5 * 0.62) / 6, 10)
    expect(learn(times(2, 'sad')).neutral).toBeCloseTo((1.5 * 2 * -0.55) / 7, 10)
  })

  it('grows with corrections, towards a bound', () => {
    const steps = [1, 2, 4, 8, 1000].map((count) => learn(times(count, 'sad')).sad)
    expect(steps.toSorted((one, other) => one - other)).toEqual(steps)
    expect(steps.at(-1)).toBeCloseTo(Math.log(3) / 2, 10)
  })

  it('cancels where it goes both ways', () => {
    const opposite = scores(0.05, 0.55, 0.02, 0.38)
    const learned = learn([...times(6, 'sad'), ...times(6, 'neutral', opposite)])
    expect(Math.abs(learned.sad)).toBeLessThan(0.05)
    expect(Math.abs(learned.neutral)).toBeLessThan(0.05)
  })

  it('never turns a clear face around, however often and however wrong it was', () => {
    const learned = learn(times(1000, 'sad', scores(1, 0, 0, 0)))
    for (const clear of [0.76, 0.8, 0.9, 0.99]) {
      const shares = applyLearned(scores(clear, 1 - clear, 0, 0), learned)
      expect(shares.happy).toBeGreaterThan(shares.sad)
    }
    expect(judge(HAPPY, learned).mood).toBe('happy')
  })
})

describe('the mood of a place', () => {
  it.each([
    [0.9, 0.9, 'happy'],
    [0.7, 0.62, 'happy'],
    [0.65, 0.55, 'neutral'],
    [0.1, 0.9, 'angry'],
    [0.1, 0.1, 'sad'],
    [0.55, 0.4, 'neutral'],
    [0.9, 0.1, 'neutral'],
    [0.5, 0.5, 'neutral'],
    [0.55, 1, 'happy'],
    [0, 0, 'sad'],
    [1, 1, 'happy'],
    [0, 1, 'angry'],
  ])('%s, %s is %s', (valence, energy, mood) => {
    expect(moodAt({ valence, energy }, DEFAULT_RULES)).toBe(mood)
  })

  it('of the middle of a mood is that mood', () => {
    for (const mood of MOODS) expect(moodAt(placeOf(DEFAULT_RULES[mood]), DEFAULT_RULES)).toBe(mood)
  })

  it('is by rules of one’s own', () => {
    const rules = ofEach((mood) => DEFAULT_RULES[mood])
    const sad = { ...rules.sad, valence: [0.8, 1], energy: [0.8, 1] } as const
    expect(moodAt({ valence: 0.9, energy: 0.9 }, { ...rules, sad })).toBe('sad')
  })
})
