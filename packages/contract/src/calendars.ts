import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'

const tag = 'Calendar'

/** Whether there is a feed; its address is told once, when it is made, because only a hash of its token is kept. */
export const CalendarFeed = z
  .object({ active: z.boolean(), created_at: Timestamp.nullable(), updated_at: Timestamp.nullable() })
  .meta({
    id: 'CalendarFeed',
    example: { active: true, created_at: '2024-12-01T19:00:00.000Z', updated_at: '2024-12-01T19:00:00.000Z' },
  })
export type CalendarFeed = z.infer<typeof CalendarFeed>

export const readCalendarFeed = endpoint({
  id: 'readCalendarFeed',
  method: 'GET',
  path: '/users/me/calendar',
  tag,
  summary: 'Whether my calendar can be subscribed to',
  security: 'required',
  answers: { 200: CalendarFeed },
  problems: [],
})

export const makeCalendarFeed = endpoint({
  id: 'makeCalendarFeed',
  method: 'POST',
  path: '/users/me/calendar',
  tag,
  summary: 'Make an address by which a calendar can subscribe to my shows; a former one stops working',
  security: 'required',
  limit: 'auth',
  body: z.strictObject({}),
  bodyOptional: true,
  answers: {
    201: z.object({ ...CalendarFeed.shape, url: z.string() }).meta({
      id: 'CalendarFeedMade',
      example: {
        ...(CalendarFeed.meta()?.example as object),
        url: 'https://shows.example/api/v1/calendar/ca_7f3a.ics',
      },
    }),
  },
  problems: [],
})

export const revokeCalendarFeed = endpoint({
  id: 'revokeCalendarFeed',
  method: 'DELETE',
  path: '/users/me/calendar',
  tag,
  summary: 'Have that address stop working',
  security: 'required',
  answers: { 204: null },
  problems: [],
})

export const readFeedCalendar = endpoint({
  id: 'readFeedCalendar',
  method: 'GET',
  path: '/calendar/{token}.ics',
  tag,
  summary: 'Shows of a diary and answered events as iCalendar (RFC 5545), for who has the address',
  description:
    'From a year back on, at most 2,000; `maybe` and the waitlist are TENTATIVE, cancelled ones CANCELLED. No notes.',
  security: 'none',
  params: z.object({ token: z.string().max(100) }),
  answers: { 200: null, 304: null },
  produces: ['text/calendar'],
  problems: ['not_found'],
})

export const readEventCalendar = endpoint({
  id: 'readEventCalendar',
  method: 'GET',
  path: '/calendar/shows/{id}.ics',
  tag,
  summary: 'One show or event as iCalendar (RFC 5545)',
  security: 'optional',
  params: z.object({ id: Id }),
  answers: { 200: null, 304: null },
  produces: ['text/calendar'],
  problems: ['not_found'],
})
