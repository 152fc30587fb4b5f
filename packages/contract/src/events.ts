import { z } from 'zod'
import { Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { StaffRole } from './event-staff.ts'
import { Bounds, CalendarDate, Id, line, Near, Point, prose, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'
import { RsvpAnswer, RsvpCounts } from './rsvps.ts'
import { Show } from './shows.ts'

const tag = 'Events'

/**
 * Who may open an event: its staff only (a draft), the organiser's friends, or everybody. Whoever has it in her diary may,
 * too, unless it is a draft; others see of that no more than a show.
 */
export const EventVisibility = z.enum(['private', 'friends', 'public']).meta({ id: 'EventVisibility' })
export type EventVisibility = z.infer<typeof EventVisibility>

/** Bounds of a geofence, in metres. */
export const GEOFENCE = { least: 25, most: 5000, usual: 200 } as const
const radius = z.int().min(GEOFENCE.least).max(GEOFENCE.most)

/** Most seats an event can have. */
export const MOST_SEATS = 1_000_000

/** A poster in 320, 800 and 1600 pixels of its longer side; `color` is sRGB hex. */
export const Poster = z
  .object({
    thumbnail: z.string(),
    preview: z.string(),
    display: z.string(),
    width: z.int(),
    height: z.int(),
    placeholder: z.string().nullable(),
    color: z.string().nullable(),
  })
  .meta({ id: 'Poster' })
export type Poster = z.infer<typeof Poster>

/**
 * An event is a show with an organiser; its id is the show's. `artist` is null and `artist_name` the title where no
 * artist is named. `date` is `starts_at`; times are UTC and the venue's zone is `time_zone`; without a known end an
 * event lasts four hours, and `ends_at` says so. Arrivals are taken from `arrival_opens_at` (three hours before the
 * start) until the end. Counts of answers and `seats_left` (null without a capacity) are of everybody; names are only
 * told as each person chose. `distance_m` is from `near`, in metres on the sphere.
 */
export const Event = z
  .object({
    ...Show.shape,
    title: z.string(),
    description: z.string().nullable(),
    date: Timestamp,
    doors_at: Timestamp.nullable(),
    ends_at: Timestamp,
    category: z.string().nullable(),
    location_address: z.string().nullable(),
    location: Point,
    geofence_radius: radius,
    capacity: z.int().nullable(),
    seats_left: z.int().nullable(),
    visibility: EventVisibility,
    organizer: Person,
    poster: z.object(Poster.shape).nullable(),
    cancelled_at: Timestamp.nullable(),
    cancel_reason: z.string().nullable(),
    rsvp_counts: RsvpCounts,
    my_rsvp: z.object(RsvpAnswer.shape).nullable(),
    /** What the viewer is here, null for guests. */
    my_role: StaffRole.nullable(),
    arrival_opens_at: Timestamp,
    distance_m: z.number().optional(),
  })
  .meta({
    id: 'Event',
    example: {
      ...(Show.meta()?.example as object),
      title: 'Spinvis and friends',
      description: 'Two sets, and something on the roof in between.',
      date: '2024-12-01T19:00:00.000Z',
      doors_at: '2024-12-01T18:00:00.000Z',
      ends_at: '2024-12-01T23:00:00.000Z',
      category: 'concert',
      location_address: 'Vredenburgkade 11, Utrecht',
      location: Point.meta()?.example,
      geofence_radius: 200,
      capacity: 250,
      seats_left: 13,
      visibility: 'public',
      organizer: Person.meta()?.example,
      poster: null,
      cancelled_at: null,
      cancel_reason: null,
      rsvp_counts: RsvpCounts.meta()?.example,
      my_rsvp: { status: 'going', position: null },
      my_role: null,
      arrival_opens_at: '2024-12-01T16:00:00.000Z',
      distance_m: 1240,
    },
  })
export type Event = z.infer<typeof Event>

/** A moment with its offset, as RFC 3339 has it. */
const Moment = z.iso
  .datetime({ offset: true, message: 'Write the time as RFC 3339, with its offset' })
  .transform((text) => new Date(text).toISOString())
  .refine((text) => text >= '1900' && text < '2201', 'There is no such day')
  .meta({ format: 'date-time', example: '2024-12-01T19:00:00.000Z' })

const writable = {
  title: line(300),
  description: prose(10_000).nullish(),
  /** When it starts. */
  date: Moment,
  /** Before the start, by 24 hours at most. */
  doors_at: Moment.nullish(),
  /** After the start, by 31 days at most. */
  ends_at: Moment.nullish(),
  category: line(100).nullish(),
  /** Absent: the first part of the address, else the nearest town. */
  venue_name: line(300).nullish(),
  venue_city: line(200).nullish(),
  venue_country: line(100).nullish(),
  location_address: line(300).nullish(),
  location: Point,
  geofence_radius: radius.default(GEOFENCE.usual),
  capacity: z.int().min(1).max(MOST_SEATS).nullish(),
  /** Names on the bill, the headliner first; may be empty. */
  artists: z.array(line(300)).max(50).optional(),
  visibility: EventVisibility.default('public'),
}

const example = {
  title: 'Spinvis and friends',
  description: 'Two sets, and something on the roof in between.',
  date: '2024-12-01T19:00:00.000Z',
  category: 'concert',
  location_address: 'Vredenburgkade 11, Utrecht',
  location: Point.meta()?.example,
  geofence_radius: 200,
  capacity: 250,
  artists: ['Spinvis'],
}

export const EventCreate = z.strictObject(writable).meta({ id: 'EventCreate', example })
export type EventCreate = z.infer<typeof EventCreate>

/** What is sent changes; what is not stays. */
export const EventChange = z
  .strictObject({
    ...writable,
    title: writable.title.optional(),
    date: writable.date.optional(),
    location: writable.location.optional(),
    geofence_radius: radius.optional(),
    visibility: EventVisibility.optional(),
  })
  .meta({ id: 'EventChange', example: { capacity: 300 } })
export type EventChange = z.infer<typeof EventChange>

const radiusKm = z.coerce.number().min(0.1).max(500).default(25)
const narrowing = {
  /** Days in the venue's zone, included. Without `from` they are those to come and those that run. */
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  category: line(100).optional(),
  q: line(200).optional(),
}

/**
 * `near` gives the nearest within `radius_km` (25) first, `order=date` the soonest; without `near` they come by date.
 * `rsvp=mine` are those that I have answered, `going` first of all.
 */
export const EventFilter = Paging.extend({
  near: Near.optional(),
  radius_km: radiusKm,
  bbox: Bounds.optional(),
  ...narrowing,
  rsvp: z.enum(['mine']).optional(),
  order: z.enum(['date', 'distance']).optional(),
})
export type EventFilter = z.infer<typeof EventFilter>

const params = z.object({ id: Id })

export const listEvents = endpoint({
  id: 'listEvents',
  method: 'GET',
  path: '/events',
  tag,
  summary: 'Events near somewhere, between days, of a category, by words',
  description:
    'Events to come that the viewer may see. Only events that are published for everybody or for her are found; drafts are on the organiser’s desk.',
  security: 'optional',
  limit: 'search',
  query: EventFilter,
  answers: { 200: pageOf(Event).meta({ id: 'EventPage' }) },
  problems: ['unauthenticated'],
})

/** A spot on the map of events. */
export const EventSpot = Event.pick({
  id: true,
  title: true,
  artist_name: true,
  venue_name: true,
  starts_at: true,
  time_zone: true,
  category: true,
  status: true,
  location: true,
}).meta({ id: 'EventSpot' })
export type EventSpot = z.infer<typeof EventSpot>

/** Most spots one map is given; the soonest. */
export const MOST_SPOTS = 500

export const listEventSpots = endpoint({
  id: 'listEventSpots',
  method: 'GET',
  path: '/events/map',
  tag,
  summary: 'Events in a part of the map, the soonest 500',
  security: 'optional',
  limit: 'search',
  query: z.object({ bbox: Bounds, ...narrowing }),
  answers: {
    200: z.object({ items: z.array(EventSpot), more: z.boolean() }).meta({
      id: 'EventSpots',
      example: { items: [], more: false },
    }),
  },
  problems: [],
})

export const listEventCategories = endpoint({
  id: 'listEventCategories',
  method: 'GET',
  path: '/events/categories',
  tag,
  summary: 'Categories of events to come that the viewer may see, the most common first; 30 at most',
  description: 'Gathered from the 10,000 soonest.',
  security: 'optional',
  limit: 'search',
  answers: {
    200: z
      .object({ items: z.array(z.object({ category: z.string(), events: z.int() })) })
      .meta({ id: 'EventCategories', example: { items: [{ category: 'concert', events: 12 }] } }),
  },
  problems: [],
})

export const createEvent = endpoint({
  id: 'createEvent',
  method: 'POST',
  path: '/events',
  tag,
  summary: 'Publish an event',
  description:
    'For organisers. A concert that people have written down already (same place, day and headliner) becomes this event; one that has an organiser is refused with `show_exists`.',
  security: 'required',
  role: 'organizer',
  limit: 'write',
  idempotent: true,
  body: EventCreate,
  answers: { 201: Event },
  problems: ['show_exists', 'idempotency_conflict'],
})

export const readEvent = endpoint({
  id: 'readEvent',
  method: 'GET',
  path: '/events/{id}',
  tag,
  summary: 'One event',
  description: 'A show without an organiser is no event.',
  security: 'optional',
  params,
  answers: { 200: Event, 308: null },
  problems: ['not_found'],
})

export const replaceEvent = endpoint({
  id: 'replaceEvent',
  method: 'PUT',
  path: '/events/{id}',
  tag,
  summary: 'Change an event; fields not sent stay as they are',
  description:
    'For its staff. Whoever goes or waits is told when time or place change; doors and end keep their distance from the start unless they are sent. More seats let those in who wait, in their order; fewer take nobody’s seat away.',
  security: 'required',
  params,
  body: EventChange,
  answers: { 200: Event },
  problems: ['not_found', 'staff_only', 'show_exists'],
})

export const changeEvent = endpoint({
  ...replaceEvent,
  id: 'changeEvent',
  method: 'PATCH',
  summary: 'Change an event',
})

export const deleteEvent = endpoint({
  id: 'deleteEvent',
  method: 'DELETE',
  path: '/events/{id}',
  tag,
  summary: 'Withdraw an event',
  description:
    'For its owner. Answers and the waitlist go with it, and those who answered are told. What people have in their diaries stays as a show without an organiser.',
  security: 'required',
  params,
  answers: { 204: null },
  problems: ['not_found', 'staff_only'],
})

export const cancelEvent = endpoint({
  id: 'cancelEvent',
  method: 'POST',
  path: '/events/{id}/cancel',
  tag,
  summary: 'Call an event off and tell everybody who answered',
  description: 'It stays to be seen, marked `cancelled`. Doing it twice tells nobody twice.',
  security: 'required',
  params,
  body: z
    .strictObject({ reason: prose(1000).optional() })
    .meta({ id: 'EventCancel', example: { reason: 'The singer has lost her voice.' } }),
  bodyOptional: true,
  answers: { 200: Event },
  problems: ['not_found', 'staff_only'],
})

export const reinstateEvent = endpoint({
  id: 'reinstateEvent',
  method: 'POST',
  path: '/events/{id}/reinstate',
  tag,
  summary: 'Have a cancelled event take place after all',
  security: 'required',
  params,
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 200: Event },
  problems: ['not_found', 'staff_only'],
})

export const duplicateEvent = endpoint({
  id: 'duplicateEvent',
  method: 'POST',
  path: '/events/{id}/duplicate',
  tag,
  summary: 'Make a draft like this event, for another day',
  description:
    'Everything but its answers, staff and poster; doors and end keep their distance from the start.',
  security: 'required',
  role: 'organizer',
  limit: 'write',
  idempotent: true,
  params,
  body: z
    .strictObject({ date: Moment })
    .meta({ id: 'EventDuplicate', example: { date: '2024-12-08T19:00:00.000Z' } }),
  answers: { 201: Event },
  problems: ['not_found', 'staff_only', 'show_exists', 'idempotency_conflict'],
})

export const listOrganizedEvents = endpoint({
  id: 'listOrganizedEvents',
  method: 'GET',
  path: '/organizer/events',
  tag,
  summary: 'Events that I am staff of, drafts included',
  description: '`when=upcoming` the soonest first, `past` the latest first.',
  security: 'required',
  query: Paging.extend({ when: z.enum(['upcoming', 'past', 'all']).default('all') }),
  answers: { 200: pageOf(Event).meta({ id: 'OrganizedEventPage' }) },
  problems: [],
})
