import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Point, Timestamp } from './fields.ts'
import { Cover } from './shows.ts'

/**
 * The dashboard: what one person's diary adds up to. Everything here concerns the signed-in person alone.
 *
 * - A show **counts** when it is in my diary and was not cancelled.
 * - I **have been** there once it is over, or as soon as I checked in; until then it is **upcoming**.
 * - Artists are those of the whole bill, supporting acts included.
 * - Days and years are those of the calendar at the venue; "today" and "this year" those of my own time zone (UTC while
 *   I have named none).
 */
export const tag = 'Dashboard'

export const date = z.string().meta({ format: 'date', example: '2024-12-01' })
/** A list's `limit`: at most so many, usually so many. */
export const Limit = (most: number, usual: number) =>
  z.object({ limit: z.coerce.number().int().min(1).max(most).default(usual) })

/**
 * What I have been to, in numbers. `songs` are those on the setlists of these shows; media are mine, of any show or
 * none, except those that failed; comments are those I wrote; `cities` and `countries` only where they are known.
 */
export const DashboardStats = z
  .object({
    shows: z.int(),
    artists: z.int(),
    venues: z.int(),
    cities: z.int(),
    countries: z.int(),
    songs: z.int(),
    photos: z.int(),
    audio: z.int(),
    videos: z.int(),
    comments: z.int(),
    friends: z.int(),
  })
  .meta({
    id: 'DashboardStats',
    example: {
      shows: 142,
      artists: 211,
      venues: 48,
      cities: 19,
      countries: 6,
      songs: 1730,
      photos: 512,
      audio: 3,
      videos: 12,
      comments: 40,
      friends: 7,
    },
  })
export type DashboardStats = z.infer<typeof DashboardStats>

/**
 * Shows in my diary, upcoming ones included: `total` is the sum of `by_year`, and `this_year` that of the current year.
 * `by_year` runs from the newest year to the oldest, leaving out years without a show; its `upcoming` are among its
 * `shows`.
 */
export const ShowsCount = z
  .object({
    total: z.int(),
    this_year: z.int(),
    upcoming: z.int(),
    by_year: z.array(z.object({ year: z.int(), shows: z.int(), upcoming: z.int() })),
  })
  .meta({
    id: 'ShowsCount',
    example: {
      total: 145,
      this_year: 21,
      upcoming: 3,
      by_year: [
        { year: 2024, shows: 21, upcoming: 3 },
        { year: 2023, shows: 124, upcoming: 0 },
      ],
    },
  })
export type ShowsCount = z.infer<typeof ShowsCount>

/** A show of my diary in brief; times are those at the venue, `rating` is mine, 1 to 5. */
export const DiaryShow = z
  .object({
    id: Id,
    title: z.string().nullable(),
    /** Null where nobody is named; `artist_name` is the title then. */
    artist_id: Id.nullable(),
    artist_name: z.string(),
    venue_id: Id,
    venue_name: z.string(),
    venue_city: z.string().nullable(),
    show_date: date,
    show_time: z.string().nullable(),
    starts_at: Timestamp,
    time_zone: z.string(),
    rating: z.int().min(1).max(5).nullable(),
    cover: Cover.nullable(),
  })
  .meta({
    id: 'DiaryShow',
    example: {
      id: Id.meta()?.example,
      title: null,
      artist_id: Id.meta()?.example,
      artist_name: 'Spinvis',
      venue_id: Id.meta()?.example,
      venue_name: 'TivoliVredenburg',
      venue_city: 'Utrecht',
      show_date: '2024-12-01',
      show_time: '20:00',
      starts_at: '2024-12-01T19:00:00.000Z',
      time_zone: 'Europe/Amsterdam',
      rating: 5,
      cover: null,
    },
  })
export type DiaryShow = z.infer<typeof DiaryShow>

/** A venue I have been to: how often, and the day of the last visit. */
export const VisitedVenue = z
  .object({
    id: Id,
    name: z.string(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    visit_count: z.int(),
    last_visit: date,
  })
  .meta({
    id: 'VisitedVenue',
    example: {
      id: Id.meta()?.example,
      name: 'TivoliVredenburg',
      city: 'Utrecht',
      country: 'NL',
      visit_count: 17,
      last_visit: '2024-12-01',
    },
  })
export type VisitedVenue = z.infer<typeof VisitedVenue>

/** A venue on my map; only those whose point is known. */
export const VisitedPlace = VisitedVenue.extend({ point: Point }).meta({
  id: 'VisitedPlace',
  example: {
    ...(VisitedVenue.meta()?.example as object),
    point: { type: 'Point', coordinates: [5.1134, 52.0932] },
  },
})
export type VisitedPlace = z.infer<typeof VisitedPlace>

/**
 * An artist I have seen, as headliner or supporting act: how often, and when last. `portrait` is my own latest photo of
 * a show that the artist headlined.
 */
export const SeenArtist = z
  .object({
    id: Id,
    name: z.string(),
    show_count: z.int(),
    last_seen: date,
    portrait: Cover.nullable(),
  })
  .meta({
    id: 'SeenArtist',
    example: {
      id: Id.meta()?.example,
      name: 'Spinvis',
      show_count: 9,
      last_seen: '2024-12-01',
      portrait: null,
    },
  })
export type SeenArtist = z.infer<typeof SeenArtist>

export const itemsOf = <T extends z.ZodType>(item: T) => ({ 200: z.object({ items: z.array(item) }) })

export const readStats = endpoint({
  id: 'readDashboardStats',
  method: 'GET',
  path: '/dashboard/stats',
  tag,
  summary: 'What I have been to and kept, in numbers',
  description: 'Upcoming and cancelled shows do not count; artists are those of the whole bill.',
  security: 'required',
  answers: { 200: DashboardStats },
  problems: [],
})

export const countShows = endpoint({
  id: 'countDashboardShows',
  method: 'GET',
  path: '/dashboard/shows/count',
  tag,
  summary: 'How many shows are in my diary, in all and by year',
  description: '`this_year` goes by my own time zone, years of shows by the calendar at the venue.',
  security: 'required',
  answers: { 200: ShowsCount },
  problems: [],
})

export const countShowsPlainly = endpoint({
  ...countShows,
  id: 'countShows',
  path: '/shows/count',
  deprecated: true,
})

export const listRecentShows = endpoint({
  id: 'listDashboardRecent',
  method: 'GET',
  path: '/dashboard/recent',
  tag,
  summary: 'Shows I have been to, the last night first',
  security: 'required',
  query: Limit(100, 20),
  answers: itemsOf(DiaryShow),
  problems: [],
})

export const listTopVenues = endpoint({
  id: 'listTopVenues',
  method: 'GET',
  path: '/dashboard/top-venues',
  tag,
  summary: 'Venues I have been to, most visits first',
  security: 'required',
  query: Limit(100, 20),
  answers: itemsOf(VisitedVenue),
  problems: [],
})

export const listVenues = endpoint({
  ...listTopVenues,
  id: 'listDashboardVenues',
  path: '/dashboard/venues',
  deprecated: true,
})

export const listTopArtists = endpoint({
  id: 'listTopArtists',
  method: 'GET',
  path: '/dashboard/top-artists',
  tag,
  summary: 'Artists I have seen, most often first',
  description: 'The whole bill counts, supporting acts included.',
  security: 'required',
  query: Limit(100, 20),
  answers: itemsOf(SeenArtist),
  problems: [],
})

export const listArtists = endpoint({
  ...listTopArtists,
  id: 'listDashboardArtists',
  path: '/dashboard/artists',
  deprecated: true,
})

export const listPlaces = endpoint({
  id: 'listDashboardPlaces',
  method: 'GET',
  path: '/dashboard/places',
  tag,
  summary: 'Venues I have been to whose point is known, most visits first, 2,000 at most',
  security: 'required',
  answers: itemsOf(VisitedPlace),
  problems: [],
})
