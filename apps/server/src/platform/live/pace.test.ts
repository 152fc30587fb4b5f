import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPace, type Pace } from './pace.ts'

let passed: string[]
let pace: Pace
beforeEach(() => {
  vi.useFakeTimers()
  passed = []
  pace = createPace(250, (key, items) => void passed.push(`${key}: ${items.join(' ')}`))
})
afterEach(() => vi.useRealTimers())

describe('a pace', () => {
  it('passes the first on at once, and gathers the rest, each once', () => {
    for (const item of ['facts', 'facts', 'photos', 'facts', 'photos']) pace('a', item)
    expect(passed).toEqual(['a: facts'])
    vi.advanceTimersByTime(250)
    expect(passed).toEqual(['a: facts', 'a: facts photos'])
  })

  it('stays at four a second however much comes, and loses nothing', () => {
    for (let ms = 0; ms < 1000; ms += 10) {
      pace('a', 'facts')
      vi.advanceTimersByTime(10)
    }
    pace('a', 'last')
    vi.advanceTimersByTime(250)
    expect(passed).toHaveLength(6)
    expect(passed.at(-1)).toBe('a: last')
  })

  it('lets keys not wait for each other, and forgets those that rest', () => {
    pace('a', 'facts')
    pace('b', 'facts')
    expect(passed).toEqual(['a: facts', 'b: facts'])
    vi.advanceTimersByTime(250)
    expect(vi.getTimerCount()).toBe(0)
    pace('a', 'facts')
    expect(passed).toHaveLength(3)
  })
})
