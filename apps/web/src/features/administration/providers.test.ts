import type { ProviderStanding } from '@sharemyshows/contract/providers'
import { expect, it } from 'vitest'
import { canBeAsked, inOrder, sayAsked, sayHeard, stateOf } from './providers'

const standing = (more: Partial<ProviderStanding>): ProviderStanding => ({
  name: 'setlistfm',
  title: 'setlist.fm',
  configured: true,
  setting: 'SETLISTFM_KEY',
  reachable: null,
  asked_today: 0,
  most_a_day: 1440,
  answered_at: null,
  failed_at: null,
  last_error: null,
  ...more,
})

it.each([
  [{ configured: false }, 'Not set up'],
  [{}, 'Not asked yet'],
  [{ reachable: true }, 'Answers'],
  [{ reachable: false }, 'No answer'],
])('says of %j: %s', (more, words) => {
  expect(stateOf(standing(more)).words).toBe(words)
})

it('says how often it was asked, of how often it may be', () => {
  expect(sayAsked(standing({ asked_today: 31 }))).toBe('31 of 1,440')
  expect(sayAsked(standing({ asked_today: 1031, most_a_day: null }))).toBe('1,031')
})

it('says when it was last heard of', () => {
  const now = Date.parse('2024-12-01T20:00:00Z')
  expect(sayHeard(standing({}), now)).toBeNull()
  const both = standing({ answered_at: '2024-12-01T19:00:00Z', failed_at: '2024-12-01T19:55:00Z' })
  expect(sayHeard(both, now)).toBe('answered 1 hour ago, failed 5 minutes ago')
})

it('asks only what is set up and takes a small question', () => {
  expect(canBeAsked(standing({}))).toBe(true)
  expect(canBeAsked(standing({ configured: false }))).toBe(false)
  expect(canBeAsked(standing({ name: 'spotify' }))).toBe(false)
})

it('puts first what is set up', () => {
  const names = inOrder([
    standing({ configured: false }),
    standing({ name: 'photon' }),
    standing({ name: 'google', configured: false }),
  ]).map(({ name }) => name)
  expect(names).toEqual(['photon', 'setlistfm', 'google'])
})
