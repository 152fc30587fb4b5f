import { describe, expect, it } from 'vitest'
import { digitsOf, pauseAfter, pauseAt, preferredOf, recoveryCodeOf } from './rules.ts'

describe('the wait before another code', () => {
  it('doubles up to a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 40].map(pauseAfter)).toEqual([0, 60, 120, 240, 480, 900, 900, 900])
  })

  it('counts the codes of the last half hour, from the newest', () => {
    const now = 10_000_000
    const ago = (seconds: number) => now - seconds * 1000
    expect(pauseAt(now, [])).toEqual({ sent: 0, pause: 0 })
    expect(pauseAt(now, [ago(10)])).toEqual({ sent: 1, pause: 50 })
    expect(pauseAt(now, [ago(10), ago(70)])).toEqual({ sent: 2, pause: 110 })
    expect(pauseAt(now, [ago(200), ago(270)])).toEqual({ sent: 2, pause: 0 })
    expect(pauseAt(now, [ago(10), ago(1801)])).toEqual({ sent: 1, pause: 50 })
  })
})

describe('what is typed', () => {
  it.each([
    ['482913', '482913'],
    [' 482 913 ', '482913'],
    ['482-913', '482913'],
    ['48291', null],
    ['4829134', null],
    ['k7qm-x2vd-94hs', null],
    ['٤٨٢٩١٣', null],
  ])('%j as six digits is %j', (typed, digits) => {
    expect(digitsOf(typed)).toBe(digits)
  })

  it('is the same recovery code however it looks', () => {
    for (const typed of ['k0qm-x1vd-94hs', 'KOQM XLVD 94HS', ' koqmxivd94hs ']) {
      expect(recoveryCodeOf(typed)).toBe('k0qmx1vd94hs')
    }
  })
})

it('asks for an app before mail', () => {
  expect(preferredOf(['email', 'totp'])).toBe('totp')
  expect(preferredOf(['email'])).toBe('email')
  expect(preferredOf([])).toBeNull()
})
