import type { EventChange, EventCreate, EventVisibility } from '@sharemyshows/contract/events'
import type { UseFormReturn } from 'react-hook-form'
import { dateIn, timeIn } from '@/lib/dates'
import { showProblem } from '@/lib/form-problems'
import { dayAfter, instantIn } from '@/lib/wall-clock'
import type { At } from '@/ui/world-map/circle'
import type { Event } from './model'

/**
 * What the form holds: texts as typed, empty where nothing is said, under the names that the server's sentences about
 * fields bear. Day and times are those of the clocks there.
 */
export type EventFormValues = {
  title: string
  artists: string[]
  date: string
  /** The time of `date`. */
  starts: string
  doors_at: string
  ends_at: string
  /** The day of the end, where it is neither the first nor the morning after. */
  last_day: string
  venue_name: string
  venue_city: string
  /** ISO 3166, brought along by a city or a venue. */
  venue_country: string
  location_address: string
  location: At | null
  geofence_radius: string
  capacity: string
  category: string
  description: string
  visibility: EventVisibility
}

const HOUR_MS = 3_600_000
/** The contract's bounds, here again because importing them would bring the whole schema library. */
export const RADIUS = { least: 25, most: 5000, usual: 200 } as const
export const MOST_SEATS = 1_000_000
/** Without a known end an event lasts so long, as the server reckons. */
const USUAL_LENGTH_MS = 4 * HOUR_MS

export const emptyValues = (): EventFormValues => ({
  title: '',
  artists: [],
  date: '',
  starts: '20:00',
  doors_at: '',
  ends_at: '',
  last_day: '',
  venue_name: '',
  venue_city: '',
  venue_country: '',
  location_address: '',
  location: null,
  geofence_radius: String(RADIUS.usual),
  capacity: '',
  category: '',
  description: '',
  visibility: 'public',
})

/** The form of an event that is there. */
export function valuesOf(event: Event): EventFormValues {
  const { time_zone: zone, date, doors_at, ends_at } = event
  const day = dateIn(zone, date)
  const starts = timeIn(zone, date)
  const known = Date.parse(ends_at) - Date.parse(date) !== USUAL_LENGTH_MS
  const ends = known ? timeIn(zone, ends_at) : ''
  const lastDay = dateIn(zone, ends_at)
  return {
    title: event.title,
    artists: event.lineup.map(({ artist }) => artist.name),
    date: day,
    starts,
    doors_at: doors_at ? timeIn(zone, doors_at) : '',
    ends_at: ends,
    last_day: known && lastDay !== usualLastDay({ date: day, starts, ends_at: ends }) ? lastDay : '',
    venue_name: event.venue_name,
    venue_city: event.venue_city ?? '',
    venue_country: event.venue_country ?? '',
    location_address: event.location_address ?? '',
    location: pinOf(event.location.coordinates),
    geofence_radius: String(event.geofence_radius),
    capacity: event.capacity === null ? '' : String(event.capacity),
    category: event.category ?? '',
    description: event.description ?? '',
    visibility: event.visibility,
  }
}

/** What is sent to write an event down: only what was said. `zone` is the one of its place. */
export function creationOf(values: EventFormValues, zone: string): EventCreate {
  const { title, date, location, geofence_radius, visibility, ...rest } = wireOf(values, zone)
  const said = Object.entries(rest).filter(([, value]) => value !== null && String(value) !== '')
  return { title, date, location, geofence_radius, visibility, ...Object.fromEntries(said) }
}

/** What is sent to change an event: only what differs from what it is. */
export function changeOf(values: EventFormValues, zone: string, event: Event): EventChange {
  const before = wireOf(valuesOf(event), event.time_zone)
  const after = Object.entries(wireOf(values, zone))
  return Object.fromEntries(
    after.filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof before]),
    ),
  )
}

/** The moments of an event, RFC 3339; null where nothing is said. */
export function momentsOf(values: Times, zone: string) {
  const { date, starts, doors_at, ends_at } = values
  const lastDay = values.last_day || usualLastDay(values)
  return {
    date: instantIn(zone, date, starts),
    doors_at: doors_at ? instantIn(zone, doors_at > starts ? dayAfter(date, -1) : date, doors_at) : null,
    ends_at: ends_at ? instantIn(zone, lastDay, ends_at) : null,
  }
}

type Times = Pick<EventFormValues, 'date' | 'starts' | 'doors_at' | 'ends_at' | 'last_day'>

/** The day of the end unless somebody says otherwise: an end that is earlier than the start is the morning after. */
const usualLastDay = ({ date, starts, ends_at }: Omit<Times, 'doors_at' | 'last_day'>) =>
  ends_at !== '' && ends_at <= starts ? dayAfter(date) : date

/** GeoJSON puts the longitude first. */
export const pinOf = ([longitude = 0, latitude = 0]: readonly number[]): At => ({ latitude, longitude })

/** What the form holds as the wire has it; an emptied field is taken back. */
function wireOf(values: EventFormValues, zone: string) {
  const text = (typed: string) => typed.trim() || null
  const { latitude, longitude } = values.location ?? { latitude: 0, longitude: 0 }
  const coordinates: [number, number] = [longitude, latitude]
  return {
    title: values.title.trim(),
    ...momentsOf(values, zone),
    location: { type: 'Point' as const, coordinates },
    geofence_radius: Number(values.geofence_radius),
    visibility: values.visibility,
    artists: values.artists,
    venue_name: text(values.venue_name),
    venue_city: text(values.venue_city),
    venue_country: text(values.venue_country),
    location_address: text(values.location_address),
    capacity: values.capacity.trim() === '' ? null : Number(values.capacity),
    category: text(values.category),
    description: text(values.description),
  }
}

/** The server's sentences about parts of a field, and about times, at the field that says them here. */
export function showEventProblem(form: UseFormReturn<EventFormValues>, error: unknown): void {
  showProblem(form, error, ({ code, message, fields }) => {
    if (code === 'show_exists') return [{ field: 'title', message }]
    return fields.map(({ field, message }) => ({ field: field.split('.')[0] ?? field, message }))
  })
}
