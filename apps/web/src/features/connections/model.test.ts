import type { LibrarySync } from '@sharemyshows/contract/library-sync'
import { describe, expect, it } from 'vitest'
import { readWayBack } from './address'
import { isUnderWay, noticeOf, saySync } from './model'

const sync = (part: Partial<LibrarySync>) =>
  saySync(
    {
      state: 'running',
      done: 200,
      total: 500,
      added: 180,
      message: null,
      resumes_at: null,
      updated_at: '12:00',
      ...part,
    } as LibrarySync,
    (instant) => `at ${instant}`,
  )

describe('fetching songs in a few words', () => {
  it.each<[string, Partial<LibrarySync>, string]>([
    ['before it begins', { state: 'queued' }, 'Begins in a moment'],
    ['before the first page', { done: 0, total: null }, 'Asking Spotify'],
    ['on its way', {}, '200 of 500 songs'],
    ['while nobody knows how many', { total: null }, '200 songs'],
    [
      'in a break',
      { state: 'waiting', resumes_at: '12:30' },
      '200 of 500 songs · Spotify asks for a break; it goes on at 12:30',
    ],
    ['done', { state: 'done', done: 500 }, '500 songs are here, 180 of them new · at 12:00'],
    ['stopped', { state: 'cancelled' }, 'Stopped at 200 of 500 songs · what came stays'],
    ['failed with a reason', { state: 'failed', message: 'Connect again.' }, 'Connect again.'],
    ['failed without', { state: 'failed' }, 'It stopped at 200 of 500 songs. Try again.'],
  ])('%s', (_, part, said) => {
    expect(sync(part)).toBe(said)
  })

  it('is under way until it has ended', () => {
    const states = ['queued', 'running', 'waiting', 'done', 'failed', 'cancelled'] as const
    expect(states.map((state) => isUnderWay({ state }))).toEqual([true, true, true, false, false, false])
  })
})

describe('coming back from the provider', () => {
  it('is read from the address, and nothing else is', () => {
    expect(readWayBack({ connection: 'taken' })).toEqual({ connection: 'taken' })
    expect(readWayBack({ connection: '<b>' })).toEqual({})
  })

  it('is said in words of its own', () => {
    const ways = ['connected', 'refused', 'expired', 'taken', 'failed'] as const
    expect(new Set(ways.map((way) => noticeOf(way).text)).size).toBe(ways.length)
    expect(noticeOf('connected').kind).toBe('done')
  })
})
