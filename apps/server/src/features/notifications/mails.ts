import type { NotificationKind } from '@sharemyshows/contract/notifications'
import { compose } from '../../platform/mail/compose.ts'
import type { Message } from '../../platform/mail/message.ts'
import { placeOf } from './rules.ts'

/** What is mailed of a notification, and to whom. */
export type Mailed = {
  to: string
  username: string
  home: string
  kind: NotificationKind
  text: string
  show_id: string | null
  conversation_id: string | null
  /** Who did it. */
  actor: { username: string } | null
}

const words: Record<NotificationKind, { heading: string; button: string }> = {
  friend_request: { heading: 'Somebody asks', button: 'Answer' },
  friend_accepted: { heading: 'You found each other', button: 'Look at the Profile' },
  follow: { heading: 'Somebody follows you', button: 'Look at the Profile' },
  message: { heading: 'A message waits for you', button: 'Read It' },
  mention: { heading: 'You were mentioned', button: 'Read It' },
  comment: { heading: 'Somebody had something to say', button: 'Read It' },
  rsvp_promoted: { heading: 'You are in', button: 'Look at the Show' },
  event_changed: { heading: 'The plan has changed', button: 'Look at the Show' },
  event_cancelled: { heading: 'Called off', button: 'Look at the Show' },
  event_staff: { heading: 'You are on the list', button: 'Open the Desk' },
  moderation: { heading: 'From the moderators', button: 'Open ShareMyShows' },
}

/** A notification as a mail: its sentence and where it leads, and never the words of a message. */
export function notificationMail({ to, username, home, kind, text, actor, ...ids }: Mailed): Message {
  const { heading, button } = words[kind]
  const settings = `${home}/settings/notifications`
  const place = placeOf({ kind, ...ids, username: actor?.username ?? null })
  const letter = compose({
    to,
    name: username,
    home,
    subject: text,
    preview: heading,
    heading,
    paragraphs: [/[.!?…]$/.test(text) ? text : `${text}.`],
    names: actor === null ? [] : [actor.username],
    button: { label: button, href: `${home}${place}` },
    security: `You choose what reaches you by mail: ${settings}`,
  })
  return { ...letter, unsubscribe: settings }
}
