import type {
  NotificationKind,
  NotificationSetting,
  Notification as Told,
} from '@sharemyshows/contract/notifications'
import type { InfiniteData } from '@tanstack/react-query'

export type Notification = Told
export type NotificationPage = { items: Told[]; next_cursor: string | null; unread: number }

/** The pages with these read, or all of them. */
export const asRead = (
  { pages, pageParams }: InfiniteData<NotificationPage>,
  ids: readonly string[] | undefined,
  now: string,
): InfiniteData<NotificationPage> => ({
  pageParams,
  pages: pages.map((page) => ({
    ...page,
    items: page.items.map((item) =>
      item.read_at === null && (ids === undefined || ids.includes(item.id))
        ? { ...item, read_at: now }
        : item,
    ),
  })),
})

/** The settings with one way of one kind changed. */
export const withSetting = (
  items: readonly NotificationSetting[],
  { kind, way, on }: { kind: NotificationKind; way: 'in_app' | 'mail'; on: boolean },
): NotificationSetting[] => items.map((item) => (item.kind === kind ? { ...item, [way]: on } : item))

/** Where a notification leads. */
export type Place =
  | { to: '/friends/requests' | '/notifications' }
  | { to: '/profile/$username'; params: { username: string } }
  | { to: '/messages/$conversationId'; params: { conversationId: string } }
  | { to: '/organizer/$eventId'; params: { eventId: string } }
  | { to: '/shows/$showId' | '/shows/$showId/chat'; params: { showId: string } }
  | { to: '/shows/$showId/comments'; params: { showId: string }; hash?: string }

/** Where it leads; null where its words are all there is. */
export function placeOf(told: Notification): Place | null {
  const { kind, actor, show_id, event_id, comment_id, conversation_id } = told
  if (kind === 'friend_request') return { to: '/friends/requests' }
  if (kind === 'message') {
    if (show_id !== null) return { to: '/shows/$showId/chat', params: { showId: show_id } }
    return conversation_id === null
      ? null
      : { to: '/messages/$conversationId', params: { conversationId: conversation_id } }
  }
  if (kind === 'event_staff' && event_id !== null)
    return { to: '/organizer/$eventId', params: { eventId: event_id } }
  if (comment_id !== null && show_id !== null)
    return { to: '/shows/$showId/comments', params: { showId: show_id }, hash: `comment-${comment_id}` }
  if (show_id !== null) return { to: '/shows/$showId', params: { showId: show_id } }
  return actor === null ? null : { to: '/profile/$username', params: { username: actor.username } }
}

/** The kinds as somebody reads them in her settings, in groups. */
export const KINDS: readonly {
  heading: string
  kinds: readonly { kind: NotificationKind; label: string }[]
}[] = [
  {
    heading: 'People',
    kinds: [
      { kind: 'friend_request', label: 'Somebody asks to be friends' },
      { kind: 'friend_accepted', label: 'Somebody says yes' },
      { kind: 'follow', label: 'Somebody follows you' },
    ],
  },
  {
    heading: 'Talk',
    kinds: [
      { kind: 'message', label: 'Messages' },
      { kind: 'mention', label: 'Somebody mentions you' },
      { kind: 'comment', label: 'Comments where you spoke, or on your events' },
    ],
  },
  {
    heading: 'Events',
    kinds: [
      { kind: 'rsvp_promoted', label: 'A seat becomes yours' },
      { kind: 'event_changed', label: 'An event changes' },
      { kind: 'event_cancelled', label: 'An event is called off' },
      { kind: 'event_staff', label: 'You are asked to look after an event' },
    ],
  },
  { heading: 'The house', kinds: [{ kind: 'moderation', label: 'Word from the moderators' }] },
]
