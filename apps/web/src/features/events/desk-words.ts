import type { EventVisibility } from '@sharemyshows/contract/events'
import { dateIn, sayDate, timeIn } from '@/lib/dates'
import type { Event } from './model'

/** While a year is being typed a field of dates says things like 0002-01-01. */
export const isDay = (text: string): boolean => /^(19|20|21)\d\d-\d\d-\d\d$/.test(text)

/** "1 person", "12 people". */
export const sayPeople = (many: number): string => (many === 1 ? '1 person' : `${many} people`)

/** "Sunday, 1 December 2024 · doors 19:00, start 20:00", on the clocks there. */
export function sayNight({
  time_zone: zone,
  date,
  doors_at,
}: Pick<Event, 'time_zone' | 'date' | 'doors_at'>): string {
  const day = sayDate(dateIn(zone, date))
  const start = timeIn(zone, date)
  return doors_at ? `${day} · doors ${timeIn(zone, doors_at)}, start ${start}` : `${day} · ${start}`
}

/** Who can find an event, in a word. */
export const VISIBLE_TO: Record<EventVisibility, string> = {
  private: 'Draft',
  friends: 'Friends only',
  public: 'Public',
}

/** How many hear of it when an event is called off or withdrawn. */
export const toldOf = ({ rsvp_counts: { going, maybe, waitlist } }: Pick<Event, 'rsvp_counts'>): number =>
  going + maybe + waitlist
