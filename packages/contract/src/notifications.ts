import { z } from 'zod'
import { Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Notifications'

/** What one can be told of; each kind can be switched off in the app and by mail. */
export const NotificationKind = z
  .enum([
    'friend_request',
    'friend_accepted',
    'follow',
    'message',
    'mention',
    'comment',
    'rsvp_promoted',
    'event_changed',
    'event_cancelled',
    'event_staff',
    'moderation',
  ])
  .meta({ id: 'NotificationKind' })
export type NotificationKind = z.infer<typeof NotificationKind>

/**
 * Something that happened to the person it is told to. `text` is a plain sentence; where it leads follows from the kind
 * and the ids. Several of a kind about one thing that were not read yet are one, with `count`.
 */
export const Notification = z
  .object({
    id: Id,
    kind: NotificationKind,
    actor: z.object(Person.shape).nullable(),
    text: z.string(),
    count: z.int(),
    show_id: Id.nullable(),
    event_id: Id.nullable(),
    comment_id: Id.nullable(),
    conversation_id: Id.nullable(),
    request_id: Id.nullable(),
    read_at: Timestamp.nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Notification',
    example: {
      id: Id.meta()?.example,
      kind: 'rsvp_promoted',
      actor: null,
      text: 'A seat is yours: Spinvis and friends',
      count: 1,
      show_id: Id.meta()?.example,
      event_id: Id.meta()?.example,
      comment_id: null,
      conversation_id: null,
      request_id: null,
      read_at: null,
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type Notification = z.infer<typeof Notification>

export const listNotifications = endpoint({
  id: 'listNotifications',
  method: 'GET',
  path: '/notifications',
  tag,
  summary: 'What I was told, the latest first, with the number of what I have not read',
  security: 'required',
  query: Paging.extend({ unread: z.enum(['true', 'false']).default('false') }),
  answers: {
    200: pageOf(Notification)
      .extend({ unread: z.int() })
      .meta({
        id: 'NotificationPage',
        example: { items: [Notification.meta()?.example], next_cursor: null, unread: 1 },
      }),
  },
  problems: [],
})

export const readNotifications = endpoint({
  id: 'readNotifications',
  method: 'POST',
  path: '/notifications/read',
  tag,
  summary: 'Mark as read: those of `ids`, or without them all there are',
  security: 'required',
  body: z
    .strictObject({ ids: z.array(Id).max(100).optional() })
    .meta({ id: 'NotificationsRead', example: { ids: [Id.meta()?.example] } }),
  bodyOptional: true,
  answers: { 200: z.object({ unread: z.int() }).meta({ id: 'Unread', example: { unread: 0 } }) },
  problems: [],
})

/** Where I want to hear of a kind. */
export const NotificationSetting = z
  .object({ kind: NotificationKind, in_app: z.boolean(), mail: z.boolean() })
  .meta({ id: 'NotificationSetting', example: { kind: 'message', in_app: true, mail: false } })
export type NotificationSetting = z.infer<typeof NotificationSetting>

const settings = z
  .object({ items: z.array(NotificationSetting) })
  .meta({ id: 'NotificationSettings', example: { items: [NotificationSetting.meta()?.example] } })

export const readNotificationSettings = endpoint({
  id: 'readNotificationSettings',
  method: 'GET',
  path: '/notifications/settings',
  tag,
  summary: 'Where I want to hear of what',
  security: 'required',
  answers: { 200: settings },
  problems: [],
})

export const changeNotificationSettings = endpoint({
  id: 'changeNotificationSettings',
  method: 'PUT',
  path: '/notifications/settings',
  tag,
  summary: 'Change where I want to hear of what; kinds and ways not sent stay',
  security: 'required',
  body: z
    .strictObject({
      items: z
        .array(
          z.strictObject({
            kind: NotificationKind,
            in_app: z.boolean().optional(),
            mail: z.boolean().optional(),
          }),
        )
        .max(50),
    })
    .meta({ id: 'NotificationSettingsChange', example: { items: [{ kind: 'message', mail: false }] } }),
  answers: { 200: settings },
  problems: [],
})
