import type { NotificationKind } from '@sharemyshows/contract/notifications'
import { Link } from '@tanstack/react-router'
import {
  AtSign,
  CalendarClock,
  CalendarX2,
  ClipboardList,
  type LucideIcon,
  MessageCircle,
  MessagesSquare,
  Shield,
  Ticket,
  UserPlus,
  UsersRound,
} from 'lucide-react'
import { cn } from '@/lib/cn'
import { sayAgo } from '@/lib/dates'
import { smallPicture } from '@/lib/picture'
import { Avatar } from '@/ui/avatar'
import { type Notification, placeOf } from '../model'

const ICONS: Record<NotificationKind, LucideIcon> = {
  friend_request: UserPlus,
  friend_accepted: UsersRound,
  follow: UserPlus,
  message: MessagesSquare,
  mention: AtSign,
  comment: MessageCircle,
  rsvp_promoted: Ticket,
  event_changed: CalendarClock,
  event_cancelled: CalendarX2,
  event_staff: ClipboardList,
  moderation: Shield,
}

type NotificationItemProps = { item: Notification; now: number; onRead: () => void }

/** One thing I was told: leads there, and is read once I follow it; one that leads nowhere is read by a press. */
export function NotificationItem({ item, now, onRead }: NotificationItemProps) {
  const place = placeOf(item)
  const unread = item.read_at === null
  const read = () => {
    if (unread) onRead()
  }
  const styles = cn(
    'flex min-h-16 w-full items-center gap-3 rounded-card px-2 py-3 text-left sm:px-3',
    'transition-colors duration-feedback hover:bg-ink/4 focus-visible:-outline-offset-2',
  )
  if (place !== null)
    return (
      <Link {...place} onClick={read} className={styles}>
        <Told item={item} now={now} />
      </Link>
    )
  if (unread)
    return (
      <button type="button" onClick={read} className={styles}>
        <Told item={item} now={now} />
        <span className="sr-only">Mark as read</span>
      </button>
    )
  return (
    <div className={styles}>
      <Told item={item} now={now} />
    </div>
  )
}

function Told({ item, now }: { item: Notification; now: number }) {
  const { actor, kind, text, read_at, updated_at } = item
  const Icon = ICONS[kind]
  const unread = read_at === null
  return (
    <>
      <span className="relative shrink-0">
        {actor === null ? (
          <span className="flex size-11 items-center justify-center rounded-full bg-raised text-soft">
            <Icon aria-hidden className="size-5" />
          </span>
        ) : (
          <>
            <Avatar name={actor.display_name ?? actor.username} src={smallPicture(actor)} size={44} />
            <span className="absolute -right-1 -bottom-1 flex size-5 items-center justify-center rounded-full bg-raised text-soft ring-2 ring-page">
              <Icon aria-hidden className="size-3" />
            </span>
          </>
        )}
      </span>
      <span className="min-w-0 flex-1">
        <span
          dir="auto"
          className={cn('wrap-anywhere line-clamp-4 text-14', unread ? 'font-medium' : 'text-soft')}
        >
          {text}
        </span>
        <time dateTime={updated_at} className="block text-12 text-soft">
          {sayAgo(updated_at, now)}
        </time>
      </span>
      {unread && (
        <span className="size-2.5 shrink-0 rounded-full bg-accent">
          <span className="sr-only">Unread</span>
        </span>
      )}
    </>
  )
}
