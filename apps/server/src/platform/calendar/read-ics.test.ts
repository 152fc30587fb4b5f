import { describe, expect, it } from 'vitest'
import { contentLines, MOST_LETTERS } from './content-lines.ts'
import { type Occasion, writeCalendar } from './ics.ts'
import { type CalendarEvent, isCalendar, readCalendar } from './read-ics.ts'

async function* pieces(text: string, size = text.length || 1) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}
async function all<Item>(batches: AsyncIterable<Item[]>): Promise<Item[]> {
  const items: Item[] = []
  for await (const batch of batches) for (const item of batch) items.push(item)
  return items
}
const read = (text: string, size?: number): Promise<CalendarEvent[]> => all(readCalendar(pieces(text, size)))
const calendar = (inside: string) => `BEGIN:VCALENDAR\r\n${inside}\r\nEND:VCALENDAR\r\n`
const event = (inside: string) => `BEGIN:VEVENT\r\n${inside}\r\nEND:VEVENT`
const summaries = async (text: string) => (await read(text)).map(({ summary, whole }) => [summary, whole])

describe('lines', () => {
  it.each([1, 2, 3, 7, 1000])('are unfolded however they arrive, %i letters at a time', async (size) => {
    const text = 'A:one\r\n  two\r\n\tthree\n\n \r\nB:four\n'
    expect(await all(contentLines(pieces(text, size)))).toEqual([
      { text: 'A:one twothree', line: 1 },
      { text: 'B:four', line: 6 },
    ])
  })

  it('of any length hold no more than there is room for', async () => {
    async function* long() {
      for (let at = 0; at < 200; at++) yield 'x'.repeat(10_000)
      for (let at = 0; at < 2000; at++) yield `\r\n ${'y'.repeat(1000)}`
      yield '\r\nB:2'
    }
    const lines = await all(contentLines(long()))
    expect(lines.map(({ text, line }) => [text.length, line])).toEqual([
      [MOST_LETTERS, 1],
      [3, 2002],
    ])
  })
})

describe('what begins as a calendar does', () => {
  it.each([
    ['BEGIN:VCALENDAR\nVERSION:2.0', true],
    ['\r\n\r\nbegin:vcalendar \r\n', true],
    ['artist,venue\nA,B', false],
    ['<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', false],
    ['BEGIN:VCARD', false],
    ['', false],
  ])('%j: %s', async (text, is) => {
    expect(await isCalendar(pieces(text))).toBe(is)
  })
})

describe('events', () => {
  it('are found among everything else, however deep that lies', async () => {
    const deep = 5000
    const text = calendar(
      [
        'BEGIN:VTODO\r\nSUMMARY:no\r\nEND:VTODO',
        event('SUMMARY:one\r\nBEGIN:VALARM\r\nSUMMARY:alarm\r\nEND:VALARM'),
        event(
          `SUMMARY:two\r\n${'BEGIN:X\r\n'.repeat(deep)}SUMMARY:deep\r\n${'END:X\r\n'.repeat(deep)}X-LAST:1`,
        ),
        event('SUMMARY:three'),
      ].join('\r\n'),
    )
    expect(await summaries(text)).toEqual([
      ['one', true],
      ['two', true],
      ['three', true],
    ])
  })

  it.each([
    [
      'the end of one is missing',
      calendar(`BEGIN:VEVENT\nSUMMARY:a\n${event('SUMMARY:b')}`),
      [
        ['a', false],
        ['b', true],
      ],
    ],
    ['the file breaks off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a', [['a', false]]],
    [
      'two calendars in one file',
      calendar(event('SUMMARY:a')) + calendar(event('SUMMARY:b')),
      [
        ['a', true],
        ['b', true],
      ],
    ],
    ['ends that nothing began', `BEGIN:VCALENDAR\nEND:X\nEND:X\n${event('SUMMARY:a')}`, [['a', true]]],
    ['no calendar around it', event('SUMMARY:a'), []],
  ])('%s', async (_, text, expected) => {
    expect(await summaries(text)).toEqual(expected)
  })

  it('are read as far as they can be, and nothing of them is fetched or held that nobody asks for', async () => {
    const [found] = await read(
      calendar(
        event(
          [
            'no line at all',
            'SUMMARY;LANGUAGE="nl;:x":a\\, b',
            'DESCRIPTION;="":broken',
            'LOCATION:&xxe; <!ENTITY xxe SYSTEM "file:///etc/passwd">',
            `ATTACH;ENCODING=BASE64:${'A'.repeat(100_000)}`,
            'ATTACH:file:///etc/passwd',
            'GEO:95;5',
            'DTSTART:20240301T200000',
          ].join('\r\n'),
        ),
      ),
    )
    expect(found).toMatchObject({
      summary: 'a, b',
      description: '',
      location: '&xxe; <!ENTITY xxe SYSTEM "file:///etc/passwd">',
      point: null,
      start: { date: '2024-03-01', time: '20:00', moment: null },
    })
    expect(JSON.stringify(found)).not.toContain('AAAA')
  })

  it('say the line of the file where they begin', async () => {
    const text = `\r\n${calendar(`X-A:1\r\n folded\r\n${event('SUMMARY:a')}\r\n${event('SUMMARY:b')}`)}`
    expect((await read(text)).map(({ line }) => line)).toEqual([5, 8])
  })
})

describe('zones that a calendar describes itself', () => {
  const zone = (rule: string) =>
    [
      'BEGIN:VTIMEZONE\r\nTZID:Mine',
      `BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n${rule};BYMONTH=10\r\nEND:STANDARD`,
      `BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n${rule};BYMONTH=3\r\nEND:DAYLIGHT`,
      'END:VTIMEZONE',
    ].join('\r\n')
  const start = async (rule: string, local: string) => {
    const [found] = await read(calendar(`${zone(rule)}\r\n${event(`DTSTART;TZID=Mine:${local}`)}`))
    return found?.start?.moment
  }
  const LAST_SUNDAY = 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU'

  it('are reckoned with', async () => {
    expect(await start(LAST_SUNDAY, '20240701T200000')).toBe('2024-07-01T18:00:00.000Z')
    expect(await start(LAST_SUNDAY, '20241201T200000')).toBe('2024-12-01T19:00:00.000Z')
  })

  it.each([
    'RRULE:FREQ=SECONDLY',
    'RRULE:FREQ=YEARLY;BYMONTHDAY=31',
    'RRULE:FREQ=YEARLY;BYDAY=SU;BYHOUR=1,2,3;BYSECOND=1,2,3',
    'RRULE:FREQ=YEARLY;BYDAY=5SU',
  ])('but not by %s, which might take for ever', async (rule) => {
    expect(await start(rule, '20240701T200000')).toBeNull()
  })
})

it('what we write is what we read', async () => {
  const occasion: Occasion = {
    id: 'a',
    title: 'Äther; "Night", 1\\2 \\n',
    description: 'Two sets,\nand tea',
    starts_at: '2026-03-29T00:30:00.000Z',
    ends_at: '2026-03-29T04:30:00.000Z',
    day: null,
    place: {
      name: 'Hall, the "big" one',
      address: 'Straße 1, Köln',
      point: { latitude: -33.5, longitude: 151 },
    },
    status: 'cancelled',
    url: 'https://shows.example/shows/a',
    changed_at: '2026-01-01T00:00:00.000Z',
    own: { says: 'a "b"; c, \\ \n d' },
  }
  const text = writeCalendar('Mine', 'shows.example', [occasion, { ...occasion, id: 'b', day: '2026-03-29' }])
  const [first, second] = await read(text)
  expect(first).toMatchObject({
    uid: 'a@shows.example',
    summary: occasion.title,
    description: occasion.description,
    location: 'Hall, the "big" one\nStraße 1, Köln',
    point: occasion.place.point,
    cancelled: true,
    start: { moment: occasion.starts_at },
    calendar: 'Mine',
  })
  expect(JSON.parse(first?.own ?? '')).toEqual(occasion.own)
  expect(second?.start).toMatchObject({ date: '2026-03-29', time: null })
})
