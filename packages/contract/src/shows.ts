import { z } from 'zod'
import { Attendance } from './attendance.ts'
import { Artist, Venue } from './catalog.ts'
import { endpoint } from './endpoint.ts'
import {
  CalendarDate,
  ChosenAudience,
  ClockTime,
  Eyes,
  Id,
  Latitude,
  Longitude,
  line,
  Point,
  prose,
  Timestamp,
} from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Shows'

/** One act of the bill, in billing order; position 1 is the headliner. */
export const Performance = z.object({ id: Id, position: z.int(), artist: Artist }).meta({
  id: 'Performance',
  example: { id: Id.meta()?.example, position: 1, artist: Artist.meta()?.example },
})

/** The picture that stands for a show, its first photo the viewer may see, in 320, 800 and 1600 px. `color` is sRGB hex. */
export const Cover = z
  .object({
    photo_id: Id,
    thumbnail: z.string(),
    preview: z.string(),
    display: z.string(),
    placeholder: z.string().nullable(),
    color: z.string().nullable(),
  })
  .meta({ id: 'Cover' })

export const Counts = z
  .object({
    photos: z.int(),
    audio: z.int(),
    videos: z.int(),
    comments: z.int(),
    songs: z.int(),
    attendees: z.int(),
  })
  .meta({ id: 'Counts', example: { photos: 2, audio: 0, videos: 0, comments: 0, songs: 18, attendees: 1 } })

/**
 * A concert at a place on a day. `starts_at` is UTC; without a known time it assumes 20:00 at the venue and
 * `show_time` is null. Where no artist is named, as at some events, `artist` is null and `artist_name` is the title.
 * `event` says that an organiser looks after it, and more is told under `events/{id}`. `notes` and `my_attendance` are the viewer's own; counts are what the viewer may see.
 */
export const Show = z
  .object({
    id: Id,
    title: z.string().nullable(),
    artist_name: z.string(),
    venue_name: z.string(),
    venue_address: z.string().nullable(),
    venue_city: z.string().nullable(),
    venue_state: z.string().nullable(),
    venue_country: z.string().nullable(),
    venue_latitude: z.number().nullable(),
    venue_longitude: z.number().nullable(),
    show_date: z.string().meta({ format: 'date' }),
    show_time: z.string().nullable(),
    starts_at: Timestamp,
    time_zone: z.string(),
    status: z.enum(['scheduled', 'cancelled']),
    event: z.boolean(),
    notes: z.string().nullable(),
    is_public: z.boolean(),
    // spelt out, because the serialiser cannot tell the type of a nullable reference
    artist: z.object(Artist.shape).nullable(),
    venue: Venue,
    lineup: z.array(Performance),
    cover: Cover.nullable(),
    my_attendance: Attendance.nullable(),
    counts: Counts,
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Show',
    example: {
      id: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10',
      title: null,
      artist_name: 'Spinvis',
      venue_name: 'TivoliVredenburg',
      venue_address: 'Vredenburgkade 11',
      venue_city: 'Utrecht',
      venue_state: null,
      venue_country: 'NL',
      venue_latitude: 52.0932,
      venue_longitude: 5.1134,
      show_date: '2024-12-01',
      show_time: '20:00',
      starts_at: '2024-12-01T19:00:00.000Z',
      time_zone: 'Europe/Amsterdam',
      status: 'scheduled',
      event: false,
      notes: 'Front row, left',
      is_public: true,
      artist: Artist.meta()?.example,
      venue: Venue.meta()?.example,
      lineup: [Performance.meta()?.example],
      cover: null,
      my_attendance: Attendance.meta()?.example,
      counts: Counts.meta()?.example,
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type Show = z.infer<typeof Show>

const writable = {
  artist_name: line(300),
  venue_name: line(300),
  venue_address: line(300).nullish(),
  venue_city: line(200).nullish(),
  venue_state: line(100).nullish(),
  venue_country: line(100).nullish(),
  venue_latitude: Latitude.nullish(),
  venue_longitude: Longitude.nullish(),
  /** The `place_id` under which the venue was found elsewhere: of OpenStreetMap or of Google; the id alone is kept. */
  venue_place_id: line(300).nullish(),
  /** B's way to say where: free text, or a GeoJSON Point. */
  venue_location: z.union([line(300), Point]).nullish(),
  show_date: CalendarDate.optional(),
  date: CalendarDate.optional(),
  show_time: ClockTime.nullish(),
  time: ClockTime.nullish(),
  title: line(300).nullish(),
  /** Names of the other acts, in billing order after the headliner. */
  support: z.array(line(300)).max(50).optional(),
  notes: prose(10_000).nullish(),
  rating: z.int().min(1).max(5).nullish(),
  is_public: z.boolean().nullish(),
  audience: ChosenAudience.optional(),
}

const bothCoordinates = (body: {
  venue_latitude?: number | null | undefined
  venue_longitude?: number | null | undefined
}) => (body.venue_latitude == null) === (body.venue_longitude == null)
const coordinatesTogether = {
  message: 'Latitude and longitude come together',
  path: ['venue_longitude'],
}

export const ShowCreate = z
  .strictObject(writable)
  .refine((body) => body.show_date !== undefined || body.date !== undefined, {
    message: 'Required',
    path: ['show_date'],
  })
  .refine(bothCoordinates, coordinatesTogether)
  .meta({
    id: 'ShowCreate',
    example: {
      artist_name: 'Spinvis',
      venue_name: 'TivoliVredenburg',
      venue_city: 'Utrecht',
      venue_country: 'NL',
      show_date: '2024-12-01',
      show_time: '20:00',
    },
  })
export type ShowCreate = z.infer<typeof ShowCreate>

export const ShowChange = z
  .strictObject({
    ...writable,
    artist_name: writable.artist_name.optional(),
    venue_name: writable.venue_name.optional(),
  })
  .refine(bothCoordinates, coordinatesTogether)
  .meta({ id: 'ShowChange', example: { show_time: '20:30', notes: 'They played for two hours' } })
export type ShowChange = z.infer<typeof ShowChange>

const params = z.object({ id: Id })

/** `mine` is the viewer's diary; without it, every show the viewer may see. */
export const ShowFilter = Paging.extend({
  scope: z.enum(['mine', 'all']).default('all'),
  artist: line(300).optional(),
  artist_id: Id.optional(),
  venue: line(300).optional(),
  venue_id: Id.optional(),
  city: line(200).optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  q: line(200).optional(),
  order: z.enum(['newest', 'oldest']).optional(),
})
export type ShowFilter = z.infer<typeof ShowFilter>

export const createShow = endpoint({
  id: 'createShow',
  method: 'POST',
  path: '/shows',
  tag,
  summary: 'Add a show to my diary',
  description:
    'Two people who log the same concert (venue or a point within 300 m, local date, headliner) meet on the same show. Logging one I already hold answers 200 with it and fills in only what was empty.',
  security: 'required',
  limit: 'write',
  idempotent: true,
  body: ShowCreate,
  answers: { 201: Show, 200: Show },
  problems: ['idempotency_conflict'],
})

export const listShows = endpoint({
  id: 'listShows',
  method: 'GET',
  path: '/shows',
  tag,
  summary: 'Shows the viewer may see, newest first',
  security: 'optional',
  query: ShowFilter,
  answers: { 200: pageOf(Show) },
  problems: ['unauthenticated'],
})

export const listUpcoming = endpoint({
  id: 'listUpcoming',
  method: 'GET',
  path: '/shows/upcoming',
  tag,
  summary: 'Shows that are still to come, soonest first',
  security: 'optional',
  query: ShowFilter,
  answers: { 200: pageOf(Show) },
  problems: ['unauthenticated'],
})

export const listPast = endpoint({
  id: 'listPast',
  method: 'GET',
  path: '/shows/past',
  tag,
  summary: 'Shows that are over, newest first',
  security: 'optional',
  query: ShowFilter,
  answers: { 200: pageOf(Show) },
  problems: ['unauthenticated'],
})

export const listShowsOfUser = endpoint({
  id: 'listShowsOfUser',
  method: 'GET',
  path: '/shows/user/{user_id}',
  tag,
  summary: 'Shows of a person, as far as the viewer may know',
  security: 'optional',
  description: 'One’s own `as=everyone` are those that somebody who is not signed in would see.',
  params: z.object({ user_id: Id }),
  query: ShowFilter.extend({ as: Eyes }),
  answers: { 200: pageOf(Show) },
  problems: ['not_found'],
})

export const readShow = endpoint({
  id: 'readShow',
  method: 'GET',
  path: '/shows/{id}',
  tag,
  summary: 'One show with its bill, counts and my part in it',
  security: 'optional',
  params,
  answers: { 200: Show, 308: null },
  problems: ['not_found'],
})

export const replaceShow = endpoint({
  id: 'replaceShow',
  method: 'PUT',
  path: '/shows/{id}',
  tag,
  summary: 'Change a show; fields not sent stay as they are',
  description: 'Shared facts may be changed by whoever attends; notes, rating and audience are my own.',
  security: 'required',
  params,
  body: ShowChange,
  answers: { 200: Show },
  problems: ['not_found', 'not_an_attendee', 'staff_only', 'show_exists'],
})

export const changeShow = endpoint({
  ...replaceShow,
  id: 'changeShow',
  method: 'PATCH',
  summary: 'Change a show',
})

export const deleteShow = endpoint({
  id: 'deleteShow',
  method: 'DELETE',
  path: '/shows/{id}',
  tag,
  summary: 'Remove a show from my diary, with my media of it',
  description: 'The show itself goes when nobody holds anything in it.',
  security: 'required',
  params,
  answers: { 204: null },
  problems: ['not_found', 'not_an_attendee'],
})

/** Years of the viewer's diary with their numbers, newest first; what the timeline's scrubber needs. */
export const listYears = endpoint({
  id: 'listYears',
  method: 'GET',
  path: '/shows/years',
  tag,
  summary: 'Years of my diary with the number of shows in each',
  security: 'required',
  answers: {
    200: z
      .object({ items: z.array(z.object({ year: z.int(), shows: z.int() })) })
      .meta({ id: 'DiaryYears', example: { items: [{ year: 2024, shows: 12 }] } }),
  },
  problems: [],
})
