import { Link } from '@tanstack/react-router'
import { Bell, BellOff, ChevronLeft, Ellipsis, Ticket, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import { useMute } from '../api'
import { type Conversation, titleOf } from '../model'
import { ConversationFace } from './face'

type HeadProps = {
  conversation: Conversation
  /** Opens what the conversation is about. */
  onOpen?: () => void
  /** Deeds of the page's own, at the menu's end. */
  more?: readonly MenuItem[]
  /** Who is here. */
  children?: ReactNode
}

/** Whose conversation is open, and what can be done with it. */
export function ConversationHead({ conversation, onOpen, more = [], children }: HeadProps) {
  const { show, person } = conversation
  return (
    <header className="flex min-h-16 items-center gap-1 border-line border-b py-1 pr-2 pl-1 md:pl-4">
      <Link
        to="/messages"
        aria-label="Back to all messages"
        className="inline-flex size-11 shrink-0 items-center justify-center rounded-control text-soft hover:text-ink md:hidden"
      >
        <ChevronLeft aria-hidden className="size-5" />
      </Link>
      <Subject conversation={conversation}>
        <ConversationFace conversation={conversation} />
        <span className="min-w-0">
          <h1 tabIndex={-1} className="truncate text-16">
            {titleOf(conversation)}
          </h1>
          <span className="block truncate text-12 text-soft">
            {show ? show.venue_name : person && `@${person.username}`}
          </span>
        </span>
      </Subject>
      {children}
      <ConversationMenu {...{ conversation, onOpen, more }} />
    </header>
  )
}

/** The name leads to the night or the person. */
function Subject({ conversation: { show, person }, children }: Pick<HeadProps, 'conversation' | 'children'>) {
  const look = 'flex min-w-0 flex-1 items-center gap-3 rounded-control py-1 pr-2'
  if (show) {
    return (
      <Link to="/shows/$showId" params={{ showId: show.id }} className={look}>
        {children}
      </Link>
    )
  }
  if (person === null) return <div className={look}>{children}</div>
  return (
    <Link to="/profile/$username" params={{ username: person.username }} className={look}>
      {children}
    </Link>
  )
}

/** What can be done with a conversation. */
export function ConversationMenu({ conversation, onOpen, more = [] }: Omit<HeadProps, 'children'>) {
  const { mutate: mute } = useMute()
  const { id, muted, show, person } = conversation
  const items: MenuItem[] = [
    {
      label: muted ? 'Hear of it again' : 'Mute',
      icon: muted ? <Bell /> : <BellOff />,
      onSelect: () => mute({ id, muted: !muted }),
    },
    ...(show && onOpen ? [{ label: 'Open the night', icon: <Ticket />, onSelect: onOpen }] : []),
    ...(person && onOpen ? [{ label: 'Open the profile', icon: <UserRound />, onSelect: onOpen }] : []),
    ...more,
  ]
  return (
    <DropdownMenu
      trigger={<IconButton label="More for this conversation" icon={<Ellipsis />} />}
      items={items}
    />
  )
}
