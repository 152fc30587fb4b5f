// Words of our own: a browser takes up to 70 ms to get ready the first of its formats, which a page would wait for.
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const DAY_MS = 86_400_000

/** The pieces of a date block: `{ weekday: 'Sun', day: '1', month: 'Dec', year: '2024' }`. */
export type DateParts = { weekday: string; day: string; month: string; year: string }

/** "Sunday, 1 December 2024" for a calendar date `YYYY-MM-DD`; throws a RangeError on anything else. */
export function sayDate(date: string): string {
  const { weekday, day, month, year } = namesOf(date)
  return `${weekday}, ${day} ${month} ${year}`
}

/** "1 Dec 2024", where room is short. */
export function sayShortDate(date: string): string {
  const { day, month, year } = dateParts(date)
  return `${day} ${month} ${year}`
}

/** "Sunday, 1 December 2024 · 19:00"; `time` is `HH:MM` at the venue, or null when nobody knows it. */
export function sayShowTime(date: string, time: string | null): string {
  return time ? `${sayDate(date)} · ${time.slice(0, 5)}` : sayDate(date)
}

/** The pieces for a date block, of a calendar date `YYYY-MM-DD`. */
export function dateParts(date: string): DateParts {
  const { weekday, day, month, year } = namesOf(date)
  return { weekday: weekday.slice(0, 3), day, month: month.slice(0, 3), year }
}

/** The calendar date `YYYY-MM-DD` in a time zone (IANA name) at an instant, by default now. */
export function dateIn(zone: string, instant: Date | string = new Date()): string {
  const { year, month, day } = clockIn(zone, instant)
  return `${year}-${month}-${day}`
}

/** The wall-clock time `HH:MM` in a time zone (IANA name) of an RFC 3339 instant. */
export function timeIn(zone: string, instant: Date | string): string {
  const { hour, minute } = clockIn(zone, instant)
  return `${hour}:${minute}`
}

/** "Sunday, 1 December 2024 · 21:14", an RFC 3339 instant as the clock at the venue showed it. */
export function sayInstant(zone: string, instant: Date | string): string {
  return `${sayDate(dateIn(zone, instant))} · ${timeIn(zone, instant)}`
}

/** "today", "tomorrow", "in 3 days", "2 weeks ago", "1 year ago": a date seen from another, both `YYYY-MM-DD`. */
export function sayRelative(date: string, today: string): string {
  const days = Math.round((midnight(date).getTime() - midnight(today).getTime()) / DAY_MS)
  const near = NEAR[days]
  if (near !== undefined) return near
  const far = Math.abs(days)
  if (far < 14) return count(days, 'day')
  if (far < 60) return count(Math.trunc(days / 7), 'week')
  if (far < 350) return count(Math.round(days / 30.44), 'month')
  return count(Math.trunc(days / 365) || Math.sign(days), 'year')
}

const NEAR: Record<number, string> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' }

/** "in 3 days" for 3, "1 day ago" for -1. */
function count(steps: number, unit: string): string {
  const many = Math.abs(steps)
  const words = `${many} ${unit}${many === 1 ? '' : 's'}`
  return steps < 0 ? `${words} ago` : `in ${words}`
}

const MINUTE_MS = 60_000

/** "just now", "5 minutes ago", "3 hours ago", then like `sayRelative`: an RFC 3339 instant seen from `now` in ms. */
export function sayAgo(instant: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(instant)) / MINUTE_MS)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return count(-minutes, 'minute')
  if (minutes < 24 * 60) return count(-Math.floor(minutes / 60), 'hour')
  const days = Math.floor(minutes / (24 * 60))
  return sayRelative(dateIn('UTC', new Date(now - days * DAY_MS)), dateIn('UTC', new Date(now)))
}

/** Gathers things by the year of their date `YYYY-MM-DD`, keeping the order they came in. */
export function groupByYear<T>(
  items: readonly T[],
  dateOf: (item: T) => string,
): { year: string; items: T[] }[] {
  return [...Map.groupBy(items, (item) => dateOf(item).slice(0, 4))].map(([year, found]) => ({
    year,
    items: found,
  }))
}

function midnight(date: string): Date {
  const instant = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date) {
    throw new RangeError(`Not a date of the form YYYY-MM-DD: ${date}`)
  }
  return instant
}

function namesOf(date: string): DateParts {
  const instant = midnight(date)
  return {
    weekday: WEEKDAYS[instant.getUTCDay()] ?? '',
    day: String(instant.getUTCDate()),
    month: MONTHS[instant.getUTCMonth()] ?? '',
    year: String(instant.getUTCFullYear()),
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What calendar and clock show in a time zone; formats are dear to make and are kept. */
function clockIn(
  zone: string,
  instant: Date | string,
): Record<'year' | 'month' | 'day' | 'hour' | 'minute', string> {
  let clock = clocks.get(zone)
  if (clock === undefined) {
    const two = '2-digit'
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
    })
    clocks.set(zone, clock)
  }
  const pieces = clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value])
  return Object.fromEntries(pieces)
}
