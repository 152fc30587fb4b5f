import { describe, expect, it } from 'vitest'
import type { Reply, Silence } from './exchange.ts'
import { isOutage, retryAfterOf, waitBefore } from './patience.ts'

const NOW = Date.parse('2026-11-22T00:00:00Z')
const reply = (status: number, retryAfter?: string): Reply => ({
  ok: true,
  status,
  headers: new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  text: '',
})
const silence = (reason: Silence['reason']): Silence => ({ ok: false, reason })

describe('how long a provider asks to wait', () => {
  it.each([
    ['0', 0],
    ['7', 7],
    [' 120 ', 120],
    ['Sun, 22 Nov 2026 00:00:30 GMT', 30],
    ['Sat, 21 Nov 2026 00:00:00 GMT', 0],
    ['soon', null],
    ['', null],
  ])('%j', (text, seconds) => expect(retryAfterOf(new Headers({ 'retry-after': text }), NOW)).toBe(seconds))
})

describe('how long until a question is asked again', () => {
  const page = { tried: 0, patient: false, random: 0.5, now: NOW }
  const job = { ...page, patient: true }
  it.each<[string, Reply | Silence, typeof page, number | null]>([
    ['never after a success', reply(200), job, null],
    ['never after a refusal', reply(403), job, null],
    ['never after a redirect', reply(302), job, null],
    ['half of a quarter of a second after trouble', reply(500), page, 125],
    ['twice that after the next', reply(503), { ...page, tried: 1 }, 250],
    ['never after the fourth', reply(500), { ...job, tried: 3 }, null],
    ['as long as it asks', reply(429, '2'), page, 2000],
    ['as long as it asks, a minute in a job', reply(429, '60'), job, 60_000],
    ['not beyond a minute', reply(429, '61'), job, null],
    ['not while somebody looks on', reply(429, '4'), page, null],
    ['as long as it asks in trouble, too', reply(503, '3'), page, 3000],
    ['by jitter where it says nothing', reply(429), page, 125],
    ['after a broken line', silence('unreachable'), page, 125],
    ['after an answer that was cut off', silence('cut_off'), page, 125],
    ['not after a wait as long as it may be', silence('timeout'), page, null],
    ['but in a job', silence('timeout'), job, 125],
    ['never after one that was too large', silence('too_large'), job, null],
  ])('%s', (_name, answer, waiting, ms) => expect(waitBefore(answer, waiting)).toBe(ms))

  it('takes silence and 5xx for trouble of theirs, and a refusal for none', () => {
    expect([reply(500), reply(503), silence('timeout'), silence('cut_off')].every(isOutage)).toBe(true)
    expect([reply(200), reply(401), reply(429), silence('too_large')].some(isOutage)).toBe(false)
  })
})
