import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'
import { RsvpCounts } from './rsvps.ts'

/** `at` begins a quarter of an hour (arrivals) or a day (answers) in UTC; only those with something are listed. */
export const EventStats = z
  .object({
    rsvp_counts: RsvpCounts,
    capacity: z.int().nullable(),
    arrivals: z.int(),
    here: z.int(),
    photos: z.int(),
    audio: z.int(),
    videos: z.int(),
    comments: z.int(),
    messages: z.int(),
    arrivals_over_time: z.array(z.object({ at: Timestamp, arrivals: z.int() })),
    rsvps_over_time: z.array(z.object({ at: Timestamp, going: z.int() })),
  })
  .meta({
    id: 'EventStats',
    example: {
      rsvp_counts: RsvpCounts.meta()?.example,
      capacity: 250,
      arrivals: 180,
      here: 174,
      photos: 12,
      audio: 0,
      videos: 1,
      comments: 3,
      messages: 40,
      arrivals_over_time: [{ at: '2024-12-01T18:15:00.000Z', arrivals: 32 }],
      rsvps_over_time: [{ at: '2024-11-12T00:00:00.000Z', going: 14 }],
    },
  })
export type EventStats = z.infer<typeof EventStats>

export const readEventStats = endpoint({
  id: 'readEventStats',
  method: 'GET',
  path: '/events/{id}/stats',
  tag: 'Events',
  summary: 'How an event goes, for its staff',
  description: 'Open pages of the event hear over the socket when it is worth reading again.',
  security: 'required',
  params: z.object({ id: Id }),
  answers: { 200: EventStats },
  problems: ['not_found', 'staff_only'],
})
