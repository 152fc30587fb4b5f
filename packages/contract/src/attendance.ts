import { z } from 'zod'
import { Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Audience, Id, Latitude, Longitude, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Attendance'

/** My part of a show. Notes, rating and times are mine alone; `audience` says who sees that I was there. */
export const Attendance = z
  .object({
    id: Id,
    rsvp: z.enum(['going', 'maybe', 'no', 'waitlist']).nullable(),
    state: z.enum(['going', 'here', 'attended']),
    method: z.enum(['manual', 'geofence', 'qr', 'photo', 'import']),
    arrived_at: Timestamp.nullable(),
    left_at: Timestamp.nullable(),
    notes: z.string().nullable(),
    rating: z.int().min(1).max(5).nullable(),
    audience: Audience,
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Attendance',
    example: {
      id: Id.meta()?.example,
      rsvp: 'going',
      state: 'attended',
      method: 'manual',
      arrived_at: null,
      left_at: null,
      notes: 'Front row, left',
      rating: 5,
      audience: 'public',
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type Attendance = z.infer<typeof Attendance>

/**
 * Somebody at a show, as far as the viewer may know. `state` is null for who only answered maybe or waits; who answered
 * no is not listed.
 */
export const Attendee = z
  .object({
    user: Person,
    rsvp: Attendance.shape.rsvp,
    state: Attendance.shape.state.nullable(),
    method: Attendance.shape.method.nullable(),
    arrived_at: Timestamp.nullable(),
  })
  .meta({
    id: 'Attendee',
    example: {
      user: { id: Id.meta()?.example, username: 'bo', display_name: null },
      rsvp: null,
      state: 'attended',
      method: 'manual',
      arrived_at: null,
    },
  })
export type Attendee = z.infer<typeof Attendee>

const params = z.object({ id: Id })

export const checkIn = endpoint({
  id: 'checkIn',
  method: 'POST',
  path: '/shows/{id}/checkin',
  tag,
  summary: 'Say that I am here (or, afterwards, that I was)',
  description: 'By hand it is always possible and marked `manual`. Doing it twice changes nothing.',
  security: 'required',
  params,
  body: z
    .strictObject({
      latitude: Latitude.optional(),
      longitude: Longitude.optional(),
      accuracy: z.number().min(0).max(100_000).optional(),
    })
    .meta({ id: 'CheckIn', example: {} }),
  bodyOptional: true,
  answers: { 200: Attendance },
  problems: ['not_found'],
})

export const checkOut = endpoint({
  id: 'checkOut',
  method: 'POST',
  path: '/shows/{id}/checkout',
  tag,
  summary: 'Say that I have left',
  security: 'required',
  params,
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 200: Attendance },
  problems: ['not_found', 'not_an_attendee'],
})

export const listAttendees = endpoint({
  id: 'listAttendees',
  method: 'GET',
  path: '/shows/{id}/attendees',
  tag,
  summary: 'Who was, is or will be there, as far as the viewer may know',
  security: 'optional',
  params,
  query: Paging,
  answers: { 200: pageOf(Attendee) },
  problems: ['not_found'],
})

export const listActiveUsers = endpoint({
  id: 'listActiveUsers',
  method: 'GET',
  path: '/shows/{id}/active-users',
  tag,
  summary: 'Who is there now',
  security: 'optional',
  params,
  query: Paging,
  answers: { 200: pageOf(Attendee) },
  problems: ['not_found'],
})
