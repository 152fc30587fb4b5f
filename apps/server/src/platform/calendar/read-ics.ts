import ICAL from 'ical.js'
import { utcOf } from '../geo/wall-clock.ts'
import { type Component, splitting } from './components.ts'
import { contentLines } from './content-lines.ts'
import { createZones, ianaZone } from './zones-of-file.ts'

/** When something begins, as the calendar writes it; `moment` is UTC, null where it does not say the zone. */
export type Start = {
  date: string
  time: string | null
  moment: string | null
  /** Written in UTC, so that date and time are those of no place. */
  utc: boolean
}

/** What a calendar says of something that takes place; `line` is where it begins in the file. */
export type CalendarEvent = {
  line: number
  uid: string | null
  summary: string
  description: string
  location: string
  categories: string[]
  cancelled: boolean
  point: { latitude: number; longitude: number } | null
  start: Start | null
  /** The start as it stands there. */
  written: string
  repeats: boolean
  /** One night of something that repeats. */
  oneOfMany: boolean
  /** What this product wrote for itself. */
  own: string | null
  /** The zone and the name of the calendar it stands in. */
  zone: string | null
  calendar: string
  /** False when the file breaks off in it. */
  whole: boolean
}

const MOST_OF_A_NAME = 200

/** True for a text that begins as a calendar does. */
export async function isCalendar(pieces: AsyncIterable<string>): Promise<boolean> {
  for await (const [first] of contentLines(pieces))
    if (first !== undefined) return /^BEGIN:\s*VCALENDAR\s*$/i.test(first.text)
  return false
}

/** The events of a calendar (RFC 5545) of any size, some at a time. Nothing that it points to is fetched. */
export async function* readCalendar(pieces: AsyncIterable<string>): AsyncGenerator<CalendarEvent[]> {
  const zones = createZones()
  const header = { calendar: '', zone: null as string | null }
  const split = splitting()
  const eventsOf = (found: ReturnType<typeof split.add>): CalendarEvent[] =>
    found.flatMap((component) => {
      if (component.name === 'vevent') return eventOf(component, zones, header)
      if (component.name === 'vtimezone') zones.add(component.lines)
      else for (const line of component.lines) noteHeader(line, header)
      return []
    })
  for await (const lines of contentLines(pieces)) {
    const events = lines.flatMap((line) => eventsOf(split.add(line)))
    if (events.length > 0) yield events
  }
  const last = eventsOf(split.end())
  if (last.length > 0) yield last
}

type Property = { name: string; parameters: Record<string, string | string[]>; values: unknown[] }

/** A property as ical.js reads it; undefined when it is none. */
function propertyOf(line: string): Property | undefined {
  try {
    const [name, parameters, , ...values] = ICAL.parse.property(line) as [
      string,
      Record<string, string>,
      string,
    ]
    return { name, parameters, values }
  } catch {
    return undefined
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

function noteHeader(line: string, header: { calendar: string; zone: string | null }): void {
  // what begins with X- is taken as it stands
  const [, name = '', value = ''] = /^([\w-]+)[^:]*:(.*)$/.exec(line) ?? []
  if (name.toLowerCase() === 'x-wr-timezone') header.zone = ianaZone(value)
  else header.calendar = value.slice(0, MOST_OF_A_NAME)
}

function eventOf(
  { line, lines, whole }: Component,
  zones: ReturnType<typeof createZones>,
  { calendar, zone }: { calendar: string; zone: string | null },
): CalendarEvent {
  const properties = lines.flatMap((text) => propertyOf(text) ?? [])
  const find = (name: string) => properties.find((property) => property.name === name)
  const text = (name: string) => textOf(find(name)?.values[0])
  const starts = find('dtstart')
  return {
    line,
    uid: text('uid').slice(0, MOST_OF_A_NAME) || null,
    summary: text('summary'),
    description: text('description'),
    location: text('location'),
    categories: properties.flatMap(({ name, values }) => (name === 'categories' ? values.map(textOf) : [])),
    cancelled: text('status').toUpperCase() === 'CANCELLED',
    point: pointOf(find('geo')?.values[0]),
    start: starts === undefined ? null : startOf(starts, zones),
    written: textOf(starts?.values[0]),
    repeats: find('rrule') !== undefined || find('rdate') !== undefined,
    oneOfMany: find('recurrence-id') !== undefined,
    own: text('x-sharemyshows') || null,
    zone,
    calendar,
    whole,
  }
}

function pointOf(value: unknown): CalendarEvent['point'] {
  const [latitude = Number.NaN, longitude = Number.NaN] = Array.isArray(value) ? value.map(Number) : []
  const there = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  // nobody is where the equator and Greenwich meet: some write that for a place they do not know
  return there && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : null
}

function startOf({ parameters, values }: Property, zones: ReturnType<typeof createZones>): Start | null {
  const shape = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?(Z?))?$/
  const [, date, time = null, z = ''] = shape.exec(textOf(values[0])) ?? []
  if (date === undefined || !isMoment(`${date}T${time ?? '00:00'}`)) return null
  if (time === null) return { date, time, moment: null, utc: false }
  const local = `${date}T${time}`
  if (z !== '') return { date, time, moment: utcOf(local, 'UTC'), utc: true }
  const { tzid } = parameters
  if (typeof tzid !== 'string') return { date, time, moment: null, utc: false }
  const { iana, own } = zones.find(tzid)
  const moment = iana === null ? (own?.(`${local}:00`) ?? null) : utcOf(local, iana)
  return { date, time, moment, utc: iana !== null && /^(UTC|GMT|Z|Etc\/(UTC|GMT))$/i.test(iana) }
}

/** False for days and times that there are not, such as the 30th of February. */
function isMoment(local: string): boolean {
  const moment = new Date(`${local}Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(local)
}
