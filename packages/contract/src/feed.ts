import { z } from 'zod'
import { Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'
import { ShowHit } from './search.ts'

const tag = 'Feed'

/** What people do that others like to hear of. */
export const ActivityType = z
  .enum([
    'RSVP',
    'EVENT_CREATED',
    'CHECKIN',
    'SHOW_ADDED',
    'PHOTO_UPLOADED',
    'AUDIO_UPLOADED',
    'VIDEO_UPLOADED',
    'COMMENT',
    'FOLLOW',
    'FRIENDSHIP',
  ])
  .meta({ id: 'ActivityType' })
export type ActivityType = z.infer<typeof ActivityType>

/**
 * Something somebody did, as far as the viewer may know it now: what became private since is gone. Media of one kind
 * that somebody adds to a show within an hour are one item; `media` are the first four of them and `count` is their
 * number. `text` is the beginning of a comment, at most 200 characters. `summary` is a plain sentence without markup.
 */
export const Activity = z
  .object({
    id: Id,
    type: ActivityType,
    actor: Person,
    show_id: Id.nullable(),
    /** The same id where the show is an event. */
    event_id: Id.nullable(),
    target_user_id: Id.nullable(),
    summary: z.string(),
    show: z.object({ ...ShowHit.shape, starts_at: Timestamp, time_zone: z.string() }).nullable(),
    target_user: z.object(Person.shape).nullable(),
    media: z.array(
      z.object({
        id: Id,
        kind: z.enum(['photo', 'audio', 'video']),
        thumbnail: z.string().nullable(),
        placeholder: z.string().nullable(),
        title: z.string().nullable(),
      }),
    ),
    count: z.int(),
    text: z.string().nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Activity',
    example: {
      id: Id.meta()?.example,
      type: 'CHECKIN',
      actor: Person.meta()?.example,
      show_id: Id.meta()?.example,
      event_id: null,
      target_user_id: null,
      summary: 'Bo is at Spinvis in TivoliVredenburg',
      show: {
        ...(ShowHit.meta()?.example as object),
        starts_at: '2024-12-01T19:00:00.000Z',
        time_zone: 'Europe/Amsterdam',
      },
      target_user: null,
      media: [],
      count: 1,
      text: null,
      created_at: '2024-12-01T19:40:00.000Z',
      updated_at: '2024-12-01T19:40:00.000Z',
    },
  })
export type Activity = z.infer<typeof Activity>

export const ActivityPage = pageOf(Activity).meta({
  id: 'ActivityPage',
  example: { items: [Activity.meta()?.example], next_cursor: null },
})
export type ActivityPage = z.infer<typeof ActivityPage>

/** What goes on has no pages, only a place where one was. */
const FeedPaging = Paging.pick({ limit: true, cursor: true })

export const readFeed = endpoint({
  id: 'readFeed',
  method: 'GET',
  path: '/feed',
  tag,
  summary: 'What those do whom I follow or am friends with, the latest first',
  description: '`friends=true` narrows it to friends.',
  security: 'required',
  query: FeedPaging.extend({ friends: z.enum(['true', 'false']).default('false') }),
  answers: { 200: ActivityPage },
  problems: [],
})

export const readFriendsActivity = endpoint({
  id: 'readFriendsActivity',
  method: 'GET',
  path: '/dashboard/friends-activity',
  tag: 'Dashboard',
  summary: 'What my friends do, the latest first',
  security: 'required',
  query: FeedPaging,
  answers: { 200: ActivityPage },
  problems: [],
})
