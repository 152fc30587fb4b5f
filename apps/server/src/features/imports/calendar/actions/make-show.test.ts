import { describe, expect, it } from 'vitest'
import { type CalendarEvent, readCalendar } from '../../../../platform/calendar/read-ics.ts'
import { countryNamed } from '../../../../platform/geo/countries.ts'
import type { ShowEntry } from '../../kinds.ts'
import type { Known } from '../rules/known.ts'
import { showOf } from './make-show.ts'

const amsterdam = { country: 'NL', time_zone: 'Europe/Amsterdam', population: 900_000 }
const cities = [
  { name: 'Amsterdam', ...amsterdam },
  { name: 'Utrecht', ...amsterdam },
  { name: 'Los Angeles', country: 'US', time_zone: 'America/Los_Angeles', population: 4_000_000 },
  { name: 'Paris', country: 'FR', time_zone: 'Europe/Paris', population: 2_000_000 },
  { name: 'Paris', country: 'US', time_zone: 'America/Chicago', population: 25_000 },
]
const venues = [
  { name: 'Paradiso', city: 'Amsterdam', country: 'NL', time_zone: 'Europe/Amsterdam' },
  { name: 'The Barn', city: null, country: null, time_zone: 'America/New_York' },
]
const known: Known = {
  isArtist: (name) => ['Spinvis', 'Panic! At The Disco', 'Earth, Wind & Fire'].includes(name),
  venues: (name) => venues.filter((venue) => venue.name === name),
  towns: (name) => cities.filter((city) => city.name === name),
  country: countryNamed,
}

const wrap = (lines: string, head = '') =>
  `BEGIN:VCALENDAR\n${head}BEGIN:VEVENT\n${lines}\nEND:VEVENT\nEND:VCALENDAR\n`
async function* once(text: string) {
  yield text
}
async function eventsIn(text: string): Promise<CalendarEvent[]> {
  const events: CalendarEvent[] = []
  for await (const batch of readCalendar(once(text))) events.push(...batch)
  return events
}
async function read(lines: string, head = '') {
  const [event] = await eventsIn(wrap(lines, head))
  if (event === undefined) throw new Error('no event')
  return showOf(event, known)
}
const written = async (lines: string, head = '') =>
  ((await read(lines, head)).entry as ShowEntry | null)?.written
const AT_EIGHT = 'DTSTART:20240301T200000'

describe('who and where', () => {
  it.each<
    [summary: string, location: string, artist: string, support: string[], venue: string, rest: object]
  >([
    ['Spinvis at Paradiso', '', 'Spinvis', [], 'Paradiso', {}],
    [
      'Spinvis @ Paradiso',
      'Paradiso\\, Weteringschans 6\\, Amsterdam',
      'Spinvis',
      [],
      'Paradiso',
      { venue_address: 'Weteringschans 6', venue_city: 'Amsterdam' },
    ],
    ['Concert: Spinvis@Paradiso, Amsterdam', '', 'Spinvis', [], 'Paradiso', { venue_city: 'Amsterdam' }],
    ['🎸 Spinvis – Paradiso', '', 'Spinvis', [], 'Paradiso', {}],
    ['Paradiso - Spinvis', '', 'Spinvis', [], 'Paradiso', {}],
    ['Paradiso: Spinvis + The Opener', '', 'Spinvis', ['The Opener'], 'Paradiso', {}],
    ['Spinvis - The Long Tour', 'Paradiso', 'Spinvis', [], 'Paradiso', { title: 'The Long Tour' }],
    ['Spinvis live in Utrecht', 'EKKO', 'Spinvis', [], 'EKKO', { venue_city: 'Utrecht' }],
    ['Spinvis, The Opener w/ Guests', 'Paradiso', 'Spinvis', ['The Opener', 'Guests'], 'Paradiso', {}],
    ['Earth, Wind & Fire', 'Paradiso', 'Earth, Wind & Fire', [], 'Paradiso', {}],
    ['Panic! At The Disco', 'Paradiso', 'Panic! At The Disco', [], 'Paradiso', {}],
    ['Panic! At The Disco live at The Barn', '', 'Panic! At The Disco', [], 'The Barn', {}],
    [
      'Spinvis (live)',
      'Paradiso\\nWeteringschans 6-8\\n1017 SG Amsterdam\\nNetherlands',
      'Spinvis',
      [],
      'Paradiso',
      { venue_address: 'Weteringschans 6-8', venue_city: 'Amsterdam', venue_country: 'NL' },
    ],
    [
      'Gig Spinvis at The Echo',
      'The Echo\\, 1822 Sunset Blvd\\, Los Angeles\\, CA 90026\\, USA',
      'Spinvis',
      [],
      'The Echo',
      {
        venue_address: '1822 Sunset Blvd',
        venue_city: 'Los Angeles',
        venue_state: 'CA',
        venue_country: 'US',
      },
    ],
    [
      'Spinvis at The Echo',
      'The Echo\\, Los Angeles\\, CA',
      'Spinvis',
      [],
      'The Echo',
      { venue_city: 'Los Angeles', venue_state: 'CA', venue_country: null },
    ],
    [
      'Spinvis at The Echo',
      '1822 Sunset Blvd\\, Los Angeles',
      'Spinvis',
      [],
      'The Echo',
      { venue_address: '1822 Sunset Blvd', venue_city: 'Los Angeles' },
    ],
    [
      'Spinvis at La Cigale',
      'La Cigale\\, Paris\\, FR',
      'Spinvis',
      [],
      'La Cigale',
      { venue_city: 'Paris', venue_country: 'FR' },
    ],
  ])('%s | %s', async (summary, location, artist_name, support, venue_name, rest) => {
    const show = await written(`SUMMARY:${summary}\nLOCATION:${location}\n${AT_EIGHT}`)
    expect(show).toMatchObject({ artist_name, support, venue_name, ...rest })
  })
})

describe('what is a concert', () => {
  it.each<[verdict: 'sure' | 'guess' | 'not', lines: string, head?: string]>([
    ['sure', 'SUMMARY:Spinvis at Paradiso'],
    ['sure', 'SUMMARY:Concert: Nobody You Know @ EKKO'],
    ['sure', 'SUMMARY:Nobody You Know @ EKKO', 'X-WR-CALNAME:Concerts\n'],
    ['sure', 'SUMMARY:Nobody You Know at Paradiso'],
    ['guess', 'SUMMARY:Nobody You Know @ EKKO'],
    ['guess', 'SUMMARY:Spinvis\nLOCATION:At home'],
    ['not', 'SUMMARY:Dentist\nLOCATION:Main Street 1'],
    ['not', 'SUMMARY:Dinner at Mario’s'],
    ['not', 'SUMMARY:Dinner at Paradiso'],
    ['not', 'SUMMARY:Anna\nLOCATION:Room 4'],
    ['not', 'SUMMARY:Team meeting @ office\nLOCATION:https://meet.example/1'],
    ['not', 'SUMMARY:'],
  ])('%s: %s', async (verdict, lines, head = '') => {
    const { entry, doubtful, problems } = await read(`${lines}\n${AT_EIGHT}`, head)
    expect(entry === null ? 'not' : doubtful ? 'guess' : 'sure').toBe(verdict)
    expect(problems.length > 0).toBe(verdict !== 'sure')
  })

  it('a morning is none, unless more says so', async () => {
    expect((await read('SUMMARY:Nobody You Know @ EKKO\nDTSTART:20240301T090000')).entry).toBeNull()
    expect((await read('SUMMARY:Spinvis @ Paradiso\nDTSTART:20240301T090000')).doubtful).toBe(false)
  })
})

describe('when', () => {
  const paradiso = 'SUMMARY:Spinvis at Paradiso\nLOCATION:Paradiso\\, Amsterdam'
  it.each<[what: string, lines: string, date: string, time: string | null]>([
    ['as written', 'DTSTART:20240301T200000', '2024-03-01', '20:00'],
    ['all day', 'DTSTART;VALUE=DATE:20240301', '2024-03-01', null],
    ['UTC, at a venue that is known', 'DTSTART:20240301T233000Z', '2024-03-02', '00:30'],
    ['in the zone of the place', 'DTSTART;TZID=Europe/Amsterdam:20240701T200000', '2024-07-01', '20:00'],
    ['in another zone', 'DTSTART;TZID=America/New_York:20240301T180000', '2024-03-02', '00:00'],
    [
      'in a zone with a prefix',
      'DTSTART;TZID=/mozilla.org/20050126_1/Europe/London:20240701T190000',
      '2024-07-01',
      '20:00',
    ],
    ['in a zone nobody knows', 'DTSTART;TZID=Mine:20240301T200000', '2024-03-01', '20:00'],
  ])('%s', async (_, lines, show_date, show_time) => {
    expect(await written(`${paradiso}\n${lines}`)).toMatchObject({ show_date, show_time })
  })

  it('UTC is told by the point, the town, the calendar, or else doubtful', async () => {
    const utc = 'DTSTART:20240701T180000Z'
    const somewhere = `SUMMARY:Spinvis at Somewhere\nDESCRIPTION:concert\n${utc}`
    expect(await written(`${somewhere}\nGEO:34.05;-118.24`)).toMatchObject({
      show_time: '11:00',
      venue_latitude: 34.05,
    })
    expect(await written(`${somewhere}\nLOCATION:Somewhere\\, Utrecht`)).toMatchObject({ show_time: '20:00' })
    expect(await written(somewhere, 'X-WR-TIMEZONE:Europe/London\n')).toMatchObject({ show_time: '19:00' })
    const open = await read(somewhere)
    expect([open.doubtful, open.problems[0]?.field, (open.entry as ShowEntry).written.show_time]).toEqual([
      true,
      'show_time',
      '18:00',
    ])
  })

  it.each([
    'DTSTART:20240230T200000',
    'DTSTART:20240230T200000Z',
    'DTSTART;VALUE=DATE:20241301',
    'DTSTART:nonsense',
    'DTSTART:99999999999999T990000',
    'DTSTART:20240301T250000',
    'X-NOTHING:1',
  ])('not %s', async (line) => {
    const { entry, problems } = await read(`${paradiso}\n${line}`)
    expect([entry, problems.map(({ field }) => field)]).toEqual([null, ['show_date']])
  })

  it('takes the first time of what repeats, and says so', async () => {
    for (const line of [
      'RRULE:FREQ=SECONDLY',
      'RRULE:FREQ=WEEKLY;COUNT=9',
      'RECURRENCE-ID:20240301T200000',
    ]) {
      const { entry, doubtful, problems } = await read(`${paradiso}\n${AT_EIGHT}\n${line}`)
      expect([entry !== null, doubtful, problems[0]?.field]).toEqual([true, true, 'show_date'])
    }
  })
})

describe('the rest', () => {
  it('keeps what was noted, and leaves out what was called off', async () => {
    const lines = `SUMMARY:Spinvis at Paradiso\n${AT_EIGHT}\nDESCRIPTION:Two sets\\,\\nand tea`
    expect((await written(lines))?.notes).toBe('Two sets,\nand tea')
    expect(await read(`${lines}\nSTATUS:CANCELLED`)).toMatchObject({
      entry: null,
      problems: [{ field: 'status' }],
    })
  })
})
