import type { Occasion } from '../../platform/calendar/ics.ts'

/** A show as calendars have it. */
export type Entry = {
  id: string
  title: string | null
  show_date: string
  show_time: string | null
  starts_at: string
  ends_at: string
  time_zone: string
  status: 'scheduled' | 'cancelled'
  description: string | null
  updated_at: string
  location_address: string | null
  venue_name: string
  address: string | null
  city: string | null
  state: string | null
  country: string | null
  latitude: number | null
  longitude: number | null
  artists: string[]
  answer: 'going' | 'maybe' | 'no' | 'waitlist' | null
}

/**
 * A show under its title, else by who plays; what is not certain yet is tentative. Without a known time it takes the day, and
 * what a calendar mixes up stands apart in `own`, by which imports know it again.
 */
export function occasionOf(home: string, entry: Entry): Occasion {
  const { latitude, longitude, answer } = entry
  const { address, city, state, country } = entry
  const spelt = entry.location_address ?? [address, city, country].filter(Boolean).join(', ')
  const open = answer === 'maybe' || answer === 'waitlist'
  return {
    id: entry.id,
    title: entry.title ?? entry.artists.join(', '),
    description: entry.description,
    starts_at: entry.starts_at,
    ends_at: entry.ends_at,
    day: entry.show_time === null ? entry.show_date : null,
    place: {
      name: entry.venue_name,
      address: spelt || null,
      point: latitude === null || longitude === null ? null : { latitude, longitude },
    },
    status: entry.status === 'cancelled' ? 'cancelled' : open ? 'tentative' : 'confirmed',
    url: `${home}/shows/${entry.id}`,
    changed_at: entry.updated_at,
    own: {
      line_up: entry.artists,
      title: entry.title,
      venue: entry.venue_name,
      ...{ address, city, state, country },
      time_zone: entry.time_zone,
    },
  }
}
