import type { Venue } from '@sharemyshows/contract/catalog'
import type * as contract from '@sharemyshows/contract/events'
import { dateIn, dateParts, sayDate, timeIn } from '@/lib/dates'
import { hue } from '@/lib/hue'
import type { DateBlockProps } from '@/ui/date-block'
import type { TintSource } from '@/ui/tint'

// Points without their length: the typed client forgets how long a tuple is.
export type Event = Omit<contract.Event, 'venue' | 'location'> & {
  venue: Omit<Venue, 'point'>
  location: { type: 'Point'; coordinates: number[] }
}
export type Spot = Omit<contract.EventSpot, 'location'> & { location: { coordinates: number[] } }

/** The colour of an event: of its poster, of its cover or, without either, a hue of its headliner's name. */
export function tintOfEvent({
  poster,
  cover,
  artist_name,
}: Pick<Event, 'poster' | 'cover' | 'artist_name'>): TintSource {
  return poster?.color ?? cover?.color ?? hue(artist_name)
}

/** Where it is, in degrees. */
export function placeOf({ location }: Pick<Event, 'location'>): { latitude: number; longitude: number } {
  const [longitude = 0, latitude = 0] = location.coordinates
  return { latitude, longitude }
}

/** What an event is called beside its headliner: its title, where it says something else. */
export function subtitleOf({ title, artist_name }: Pick<Event, 'title' | 'artist_name'>): string | undefined {
  return title === artist_name ? undefined : title
}

/** The acts after the headliner, in billing order. */
export const supportOf = ({ lineup }: Pick<Event, 'lineup'>): string[] =>
  lineup.slice(1).map(({ artist }) => artist.name)

/** The date on the stub. The year stands on it only where no heading says it. */
export function dateBlockOf({ show_date }: Pick<Event, 'show_date'>, withYear = false): DateBlockProps {
  const { year, ...parts } = dateParts(show_date)
  return { date: show_date, label: sayDate(show_date), ...parts, ...(withYear && { year }) }
}

/** The clock where it happens: "20:00". */
export const startOf = ({ starts_at, time_zone }: Pick<Event, 'starts_at' | 'time_zone'>): string =>
  timeIn(time_zone, starts_at)

/** "until 23:00"; with the day where that is another than the night's. */
export function sayEnd({
  ends_at,
  time_zone,
  show_date,
}: Pick<Event, 'ends_at' | 'time_zone' | 'show_date'>): string {
  const day = dateIn(time_zone, ends_at)
  const time = timeIn(time_zone, ends_at)
  // a night that ends before breakfast is still the same night
  const sameNight = day === show_date || (time < '08:00' && Date.parse(day) - Date.parse(show_date) <= DAY_MS)
  return sameNight ? time : `${sayDate(day).slice(0, -5)}, ${time}`
}
const DAY_MS = 86_400_000

/** "under 1 km", "3 km", "41 km", for a distance in metres; closer than that nobody's position is known here. */
export function sayDistance(metres: number): string {
  const km = metres / 1000
  if (km < 1) return 'under 1 km'
  return `${km < 9.95 ? Number(km.toFixed(1)) : Math.round(km)} km`
}

const FEW = 20

/** How many seats are left, as far as that is worth a word; undefined without a capacity. */
export function saySeats({ seats_left: left }: Pick<Event, 'seats_left'>): string | undefined {
  if (left === null) return undefined
  if (left === 0) return 'Full, with a waitlist'
  if (left <= FEW) return left === 1 ? 'One seat left' : `${left} seats left`
  return undefined
}
