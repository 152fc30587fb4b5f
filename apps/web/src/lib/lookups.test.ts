import type { LookupResult, Provider } from '@sharemyshows/contract/lookups'
import { expect, it } from 'vitest'
import { outcomeOf, sayOutcome } from './lookups'

const tried = (...results: LookupResult[]) =>
  results.map((result) => ({ provider: 'musicbrainz' as const, result }))

it.each<[Provider, LookupResult, LookupResult[], LookupResult]>([
  ['setlistfm', 'ok', [], 'ok'],
  ['setlistfm', 'empty', [], 'empty'],
  ['catalogue', 'empty', [], 'empty'],
  ['catalogue', 'empty', ['quota'], 'quota'],
  ['catalogue', 'ok', ['unavailable'], 'unavailable'],
  ['catalogue', 'empty', ['empty', 'unavailable'], 'unavailable'],
  ['nominatim', 'empty', ['needs_key'], 'empty'],
  ['catalogue', 'empty', ['needs_key'], 'needs_key'],
])('%s answers %s after %j: %s', (provider, result, before, outcome) => {
  expect(outcomeOf({ provider, result, tried: tried(...before) })).toBe(outcome)
})

it('says nothing of a failure where there was none', () => {
  expect(sayOutcome('empty', 'Nobody knows.')).toBe('Nobody knows.')
  expect(sayOutcome('unavailable', 'Nobody knows.')).toMatch(/Try again/)
})
