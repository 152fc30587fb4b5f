import { z } from 'zod'
import { Attendance } from './attendance.ts'
import { endpoint } from './endpoint.ts'
import { Id, Latitude, Longitude } from './fields.ts'

const tag = 'Events'

/** An answer to an event's invitation as one gives it. */
export const RsvpStatus = z.enum(['going', 'maybe', 'no']).meta({ id: 'RsvpStatus' })
export type RsvpStatus = z.infer<typeof RsvpStatus>

/** An answer as it stands. On the waitlist `position` counts from 1; elsewhere it is null. */
export const RsvpAnswer = z
  .object({
    status: z.enum(['going', 'maybe', 'no', 'waitlist']),
    position: z.int().nullable(),
  })
  .meta({ id: 'RsvpAnswer', example: { status: 'waitlist', position: 3 } })
export type RsvpAnswer = z.infer<typeof RsvpAnswer>

/** How many answered what. */
export const RsvpCounts = z
  .object({ going: z.int(), maybe: z.int(), no: z.int(), waitlist: z.int() })
  .meta({ id: 'RsvpCounts', example: { going: 237, maybe: 12, no: 3, waitlist: 0 } })
export type RsvpCounts = z.infer<typeof RsvpCounts>

const params = z.object({ id: Id })

export const answerInvitation = endpoint({
  id: 'answerInvitation',
  method: 'POST',
  path: '/events/{id}/rsvp',
  tag,
  summary: 'Say whether I go',
  description:
    'An empty body means `going`. When all seats are taken `going` waits in line and is let in by itself when its turn comes; seats and the line are settled by row locks. Going is an entry of my diary; the other answers are not. Answering the same twice changes nothing.',
  security: 'required',
  limit: 'write',
  idempotent: true,
  params,
  body: z
    .strictObject({ status: RsvpStatus.default('going') })
    .meta({ id: 'Rsvp', example: { status: 'going' } }),
  bodyOptional: true,
  answers: { 200: RsvpAnswer },
  problems: ['not_found', 'event_cancelled', 'event_over', 'idempotency_conflict'],
})

export const withdrawAnswer = endpoint({
  id: 'withdrawAnswer',
  method: 'DELETE',
  path: '/events/{id}/rsvp',
  tag,
  summary: 'Take my answer back, as if I had never given one',
  description: 'A seat goes to whoever waits first. What I have at the show (media, an arrival) stays.',
  security: 'required',
  limit: 'write',
  params,
  answers: { 204: null },
  problems: ['not_found'],
})

/** Most metres by which a reading's own uncertainty can count in favour of who arrives. */
export const MOST_FAVOUR_M = 100

/** An arrival: my part of the show now, and how far from its middle I was, in metres. */
export const Arrival = z.object({ ...Attendance.shape, distance_m: z.number(), radius_m: z.number() }).meta({
  id: 'Arrival',
  example: {
    ...(Attendance.meta()?.example as object),
    state: 'here',
    method: 'geofence',
    distance_m: 41,
    radius_m: 200,
  },
})
export type Arrival = z.infer<typeof Arrival>

export const arrive = endpoint({
  id: 'arrive',
  method: 'POST',
  path: '/events/{id}/arrival',
  tag,
  summary: 'Arrive: I am here, and my device says so',
  description:
    'Taken inside the geofence, from three hours before the start until the end; `accuracy` (metres) counts in favour up to 100 m. It needs no answer and no free seat. Outside it is refused with `outside_geofence` and `distance_m`, `radius_m`; `POST shows/{id}/checkin` is always possible by hand. Arriving again, on another device, changes nothing. The position itself is not kept.',
  security: 'required',
  limit: 'write',
  params,
  body: z
    .strictObject({
      latitude: Latitude,
      longitude: Longitude,
      accuracy: z.number().min(0).max(100_000).default(0),
    })
    .meta({ id: 'ArrivalReport', example: { latitude: 52.0932, longitude: 5.1134, accuracy: 12 } }),
  answers: { 200: Arrival },
  problems: ['not_found', 'outside_geofence', 'arrival_not_open', 'event_over', 'event_cancelled'],
})
