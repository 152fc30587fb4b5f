import type { ImportRow } from '@sharemyshows/contract/imports'
import { expect, it } from 'vitest'
import { addedBy, type Decisions, decide, spoken } from './decisions'

const counts = { total: 500, ok: 489, doubtful: 6, duplicate: 3, bad: 2 }
const match = { show_id: 'x', row: null, artist_name: 'a', venue_name: 'v', show_date: '2024-12-01' }
const row = (number: number, verdict: ImportRow['verdict'], mine?: boolean) =>
  ({ row: number, verdict, match: mine === undefined ? null : { ...match, mine } }) as ImportRow

it.each([
  ['left out', row(7, 'doubtful'), 'skip', 494],
  ['in my diary, they say', row(7, 'doubtful', true), 'match', 494],
  ['a show that somebody else logged', row(7, 'doubtful', false), 'match', 495],
  ['what would be done anyway', row(7, 'ok'), 'new', 495],
  ['new, though it was one I have', row(7, 'duplicate', true), 'new', 496],
] as const)('counts what is added: %s', (_, one, decision, shows) => {
  const decisions = decide({}, one, decision)
  expect(addedBy(decisions, counts)).toBe(shows)
})

it('takes a decision back', () => {
  let decisions: Decisions = decide({}, row(7, 'ok'), 'skip')
  decisions = decide(decisions, row(12, 'doubtful', true), 'match')
  expect(spoken(decisions)).toEqual({ 7: 'skip', 12: 'match' })
  decisions = decide(decisions, row(7, 'ok'), 'new')
  expect(spoken(decisions)).toEqual({ 12: 'match' })
  expect(addedBy(decisions, counts)).toBe(494)
})
