import { NotificationKind } from '@sharemyshows/contract/notifications'

type Ways = { in_app: boolean; mail: boolean }

/** Where people hear of a kind who have not chosen otherwise. */
export const USUAL: Readonly<Record<NotificationKind, Ways>> = {
  friend_request: { in_app: true, mail: true },
  friend_accepted: { in_app: true, mail: false },
  follow: { in_app: true, mail: false },
  message: { in_app: true, mail: true },
  mention: { in_app: true, mail: true },
  comment: { in_app: true, mail: false },
  rsvp_promoted: { in_app: true, mail: true },
  event_changed: { in_app: true, mail: true },
  event_cancelled: { in_app: true, mail: true },
  event_staff: { in_app: true, mail: true },
  moderation: { in_app: true, mail: true },
}

/** Messages are mailed only to those who have not read them after so many minutes; all else at once. */
export const minutesUntilMail = (kind: NotificationKind): number => (kind === 'message' ? 10 : 0)

/** What was read is kept so many days, what was never read a year. */
export const READ_DAYS = 90
export const UNREAD_DAYS = 365

/** More unread ones than this are not counted. */
export const MOST_COUNTED = 1000

/** What is gathered while unread unless told otherwise: what is of one kind and about one thing, or from one person. */
export function topicOf(news: {
  kind: NotificationKind
  topic?: string
  showId?: string
  conversationId?: string
  actorId?: string
}): string | null {
  const { kind, topic, showId, conversationId, actorId } = news
  if (topic !== undefined) return topic
  if (kind === 'follow') return kind
  const about = conversationId ?? showId ?? actorId
  // each word of a moderator is one of its own, and so is what is about nothing that is left
  return kind === 'moderation' || about === undefined ? null : `${kind}:${about}`
}

/** What somebody chose, over what is usual; every kind, in the order of the contract. */
export const settingsOf = (
  chosen: readonly ({ kind: string } & Ways)[],
): ({ kind: NotificationKind } & Ways)[] =>
  NotificationKind.options.map((kind) => {
    const { in_app, mail } = chosen.find((one) => one.kind === kind) ?? USUAL[kind]
    return { kind, in_app, mail }
  })

/** What a sentence is made of; names and titles as whoever is told may read them. */
export type Told = {
  kind: NotificationKind
  /** Who did it. */
  name: string | null
  /** What the show is called. */
  title: string | null
  note: string | null
  count: number
  /** A message of a show's room. */
  inRoom: boolean
}

const noted = (sentence: string, note: string | null) => (note ? `${sentence}: ${note}` : sentence)

/** A plain sentence to whom it is told. */
export function sentenceOf({ kind, name, title, note, count, inRoom }: Told): string {
  const who = name ?? 'Somebody'
  const show = title ?? 'a show'
  switch (kind) {
    case 'friend_request':
      return `${who} would like to be friends`
    case 'friend_accepted':
      return `${who} and you are friends now`
    case 'follow':
      return count > 1 ? `${who} and others follow you` : `${who} follows you`
    case 'message':
      if (inRoom) return `New in the room of ${show}`
      return count > 1 ? `${who} wrote to you ${count} times` : `${who} wrote to you`
    case 'mention':
      return count > 1 ? `You were mentioned ${count} times at ${show}` : `${who} mentioned you at ${show}`
    case 'comment':
      return count > 1 ? `${count} new comments on ${show}` : `${who} commented on ${show}`
    case 'rsvp_promoted':
      return `A seat is yours: ${show}`
    case 'event_changed':
      return noted(`Changed: ${show}`, note)
    case 'event_cancelled':
      // one that was withdrawn is known by its name alone
      return title === null && note ? `Called off: ${note}` : noted(`Called off: ${show}`, note)
    case 'event_staff':
      return `You look after ${show} now`
    case 'moderation':
      return note ?? 'A moderator looked at something of yours'
  }
}

/** Where it leads, from the address of this server on. */
export function placeOf({
  kind,
  show_id,
  conversation_id,
  username,
}: {
  kind: NotificationKind
  show_id: string | null
  conversation_id: string | null
  username: string | null
}): string {
  if (kind === 'friend_request') return '/friends/requests'
  if (kind === 'message' && conversation_id !== null) return `/messages/${conversation_id}`
  if (kind === 'event_staff' && show_id !== null) return `/organizer/${show_id}`
  if (show_id !== null) return `/shows/${show_id}`
  return username === null ? '/notifications' : `/profile/${encodeURIComponent(username)}`
}
