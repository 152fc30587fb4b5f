// Only for the words; the order of the pieces is our own.
const LANGUAGE = 'en-US'
const DAY_MS = 86_400_000

/** The pieces of a date block: `{ weekday: 'Sun', day: '1', month: 'Dec', year: '2024' }`. */
export type DateParts = { weekday: string; day: string; month: string; year: string }

/** "Sunday, 1 December 2024" for a calendar date `YYYY-MM-DD`; throws a RangeError on anything else. */
export function sayDate(date: string): string {
  const p = parts(midnight(date), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return `${p.weekday}, ${p.day} ${p.month} ${p.year}`
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
  return parts(midnight(date), { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
}

/** The calendar date `YYYY-MM-DD` in a time zone (IANA name) at an instant, by default now. */
export function dateIn(zone: string, instant: Date | string = new Date()): string {
  const p = parts(new Date(instant), { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone })
  return `${p.year}-${p.month}-${p.day}`
}

/** The wall-clock time `HH:MM` in a time zone (IANA name) of an RFC 3339 instant. */
export function timeIn(zone: string, instant: Date | string): string {
  const p = parts(new Date(instant), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })
  return `${p.hour}:${p.minute}`
}

/** "Sunday, 1 December 2024 · 21:14", an RFC 3339 instant as the clock at the venue showed it. */
export function sayInstant(zone: string, instant: Date | string): string {
  return `${sayDate(dateIn(zone, instant))} · ${timeIn(zone, instant)}`
}

/** "today", "tomorrow", "in 3 days", "2 weeks ago", "1 year ago": a date seen from another, both `YYYY-MM-DD`. */
export function sayRelative(date: string, today: string): string {
  const days = Math.round((midnight(date).getTime() - midnight(today).getTime()) / DAY_MS)
  if (Math.abs(days) < 14)
    return new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' }).format(days, 'day')
  const say = new Intl.RelativeTimeFormat(LANGUAGE)
  if (Math.abs(days) < 60) return say.format(Math.trunc(days / 7), 'week')
  if (Math.abs(days) < 350) return say.format(Math.round(days / 30.44), 'month')
  return say.format(Math.trunc(days / 365) || Math.sign(days), 'year')
}

const MINUTE_MS = 60_000
const AGO = new Intl.RelativeTimeFormat(LANGUAGE)

/** "just now", "5 minutes ago", "3 hours ago", then like `sayRelative`: an RFC 3339 instant seen from `now` in ms. */
export function sayAgo(instant: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(instant)) / MINUTE_MS)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return AGO.format(-minutes, 'minute')
  if (minutes < 24 * 60) return AGO.format(-Math.floor(minutes / 60), 'hour')
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

function parts<T extends Intl.DateTimeFormatOptions>(instant: Date, options: T) {
  const format = new Intl.DateTimeFormat(LANGUAGE, { timeZone: 'UTC', ...options })
  const pieces = format.formatToParts(instant).filter(({ type }) => type !== 'literal')
  return Object.fromEntries(pieces.map(({ type, value }) => [type, value])) as Record<
    Exclude<keyof T, 'timeZone' | 'hourCycle'>,
    string
  >
}
