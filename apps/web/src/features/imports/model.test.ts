import { Import } from '@sharemyshows/contract/imports'
import { describe, expect, it } from 'vitest'
import {
  announce,
  headOf,
  nameOf,
  sayExtras,
  sayImporting,
  sayMissing,
  sayOutcome,
  sayRead,
  sayStanding,
  sayUndone,
  sourceOf,
} from './model'

const read = Import.parse(Import.meta()?.example)
const none = { total: 0, ok: 0, doubtful: 0, duplicate: 0, bad: 0 }
const nothing = { added: 0, present: 0, skipped: 0, failed: 0, undone: 0, kept: 0 }
const extras: Import['extras'] = [
  { kind: 'profile', total: 1, added: 1, failed: 0 },
  { kind: 'media', total: 12, added: 11, failed: 1 },
  { kind: 'comments', total: 1, added: 0, failed: 0 },
]

describe('what was read', () => {
  it.each([
    [{}, '489 new shows', '6 to look at, 3 you have already and 2 that cannot be read.'],
    [{ rows: { ...none, total: 1, ok: 1 } }, '1 new show', ''],
    [{ rows: { ...none, total: 2, doubtful: 2 } }, '2 shows to look at', ''],
    [{ rows: { ...none, total: 1204, duplicate: 1204 } }, 'Nothing new', '1,204 you have already.'],
    [{ rows: none }, 'Nothing to import', ''],
    [
      { rows: none, extras },
      'No new shows, and all the rest',
      'Besides, your profile and settings, 12 photos and recordings and 1 comment.',
    ],
    [
      { missing: ['venue_name'] },
      'Which column says what?',
      '6 to look at, 3 you have already and 2 that cannot be read.',
    ],
  ] as const)('%o', (change, head, sentence) => {
    const one = { ...read, ...change } as Import
    expect([headOf(one), sayRead(one)]).toEqual([head, sentence])
  })

  it('stays in sight while it is read again', () => {
    const again = { ...read, state: 'running', phase: 'reading' } as const
    expect(headOf(again)).toBe('489 new shows')
    expect(headOf({ ...again, columns: [] })).toBe('Reading your file')
    expect(headOf({ ...again, rows: none })).toBe('Reading your file')
  })
})

it('says what no column says', () => {
  expect(sayMissing({ missing: ['artist_name', 'show_date'] })).toBe(
    'No column says “Who” and “Date” yet. Choose it below, and the file is read again.',
  )
})

it.each([
  [493, [], 'Import 493 shows'],
  [1, extras, 'Import 1 show and all the rest'],
  [0, extras, 'Import all the rest'],
  [0, [], ''],
] as const)('the button says what will happen: %i', (shows, rest, label) => {
  expect(sayImporting(shows, [...rest])).toBe(label)
})

describe('what became of it', () => {
  it('in a sentence', () => {
    const outcomes = { ...nothing, added: 493, present: 1, skipped: 2, failed: 2 }
    expect(sayOutcome({ outcomes, extras })).toBe(
      '1 was in your diary already, 2 were left out and 2 could not be taken. Besides, your profile and settings and 11 photos and recordings came along. Could not come along: 1 photo or recording.',
    )
    expect(sayOutcome({ outcomes: nothing, extras: [] })).toBe('')
  })

  it.each([
    [0, 'All that it added is out of your diary again.'],
    [1, '1 show stays, because you added something to it since. All the rest is out of your diary again.'],
    [2, '2 shows stay, because you added something to them since. All the rest is out of your diary again.'],
  ])('undone, %i kept', (kept, sentence) => {
    expect(sayUndone({ outcomes: { ...nothing, kept } })).toBe(sentence)
  })
})

it.each([
  [{ state: 'running', phase: 'importing', progress: 0.499 }, 'Importing · 49 %', 'Importing, 25 %'],
  [
    {},
    'Waits for you · 500 rows',
    '489 new shows. 6 to look at, 3 you have already and 2 that cannot be read.',
  ],
  [{ state: 'done', outcomes: { ...nothing, added: 1 } }, '1 show added', '1 show added.'],
  [{ state: 'done' }, '0 shows added', 'Nothing was added.'],
  [{ state: 'done', extras }, '0 shows added', 'Added.'],
  [{ state: 'cancelled' }, 'Stopped · 0 shows added', 'Stopped.'],
  [{ state: 'failed', failure: 'This is no table.' }, 'This is no table.', 'That did not work.'],
  [{ state: 'undone' }, 'Undone', 'Undone.'],
  [{ state: 'undone', outcomes: { ...nothing, kept: 2 } }, 'Undone · 2 shows kept', 'Undone.'],
] as const)('how it stands in a list, and what is read out: %o', (change, standing, told) => {
  const one = { ...read, ...change } as Import
  expect([sayStanding(one), announce(one)]).toEqual([standing, told])
})

it.each([
  ['shows.CSV', 'ics', 'csv'],
  ['my.calendar.ics', 'csv', 'ics'],
  ['account.json', 'csv', 'export'],
  ['sharemyshows.zip', 'csv', 'export'],
  ['no ending', 'export', 'export'],
  ['no ending', 'setlistfm', 'csv'],
] as const)('knows a file by its name: %s', (name, chosen, source) => {
  expect(sourceOf(name, chosen)).toBe(source)
})

it('names what it came from', () => {
  expect([nameOf(read), nameOf({ file_name: null, source: 'setlistfm' })]).toEqual([
    'concerts.csv',
    'setlist.fm',
  ])
  expect(sayExtras(extras, 'failed')).toBe('1 photo or recording')
})
