import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BellOff, MessagesSquare } from 'lucide-react'
import { useMinute } from '@/lib/hooks'
import { buttonStyles } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { PagedList } from '@/ui/paged-list'
import { conversationsQuery } from '../api'
import { type Conversation, nameOf, titleOf } from '../model'
import { sayShortly } from '../rows'
import { ConversationFace } from './face'
import { HERE } from './message-row'

/** My conversations and rooms, the latest first. */
export function ConversationList({ myId }: { myId: string }) {
  const list = useInfiniteQuery(conversationsQuery)
  const now = useMinute()
  return (
    <PagedList list={list} loading="Loading your conversations" empty={<NobodyYet />}>
      {(items) => (
        <ul className="flex flex-col gap-px">
          {items.map((conversation) => (
            <li key={conversation.id}>
              <Entry {...{ conversation, myId, now }} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  )
}

type EntryProps = { conversation: Conversation; myId: string; now: number }

function Entry({ conversation, myId, now }: EntryProps) {
  const { id, show, last_message, unread, muted } = conversation
  const at = last_message?.created_at
  return (
    <Link
      to="/messages/$conversationId"
      params={{ conversationId: id }}
      className="flex min-h-18 items-center gap-3 rounded-control px-3 py-2 hover:bg-ink/6 focus-visible:-outline-offset-2 aria-[current=page]:bg-ink/10"
    >
      <ConversationFace conversation={conversation} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-medium text-16">{titleOf(conversation)}</span>
          {at && (
            <time dateTime={at} className="shrink-0 text-12 text-soft">
              {sayShortly(at, HERE, new Date(now))}
            </time>
          )}
        </span>
        {show && <span className="block truncate text-12 text-soft">{show.venue_name}</span>}
        <span className="flex items-center gap-2">
          <span dir="auto" className="min-w-0 flex-1 truncate text-14 text-soft">
            {sayLast(conversation, myId)}
          </span>
          {muted && <BellOff aria-label="Muted" className="size-4 shrink-0 text-soft" />}
          {unread > 0 && <Unread count={unread} muted={muted} />}
        </span>
      </span>
    </Link>
  )
}

const MOST = 99

function Unread({ count, muted }: { count: number; muted: boolean }) {
  return (
    <span
      className={
        muted
          ? 'flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full bg-ink/10 px-1.5 font-semibold text-12 tabular-nums'
          : 'flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full bg-accent-fill px-1.5 font-semibold text-12 text-on-accent tabular-nums'
      }
    >
      <span aria-hidden>{count > MOST ? `${MOST}+` : count}</span>
      <span className="sr-only">{count} unread</span>
    </span>
  )
}

/** The last line, with whose it is where that is not plain. */
function sayLast({ kind, last_message }: Conversation, myId: string): string {
  if (last_message === null) return 'Nothing said yet'
  const { user, text, deleted } = last_message
  const words = deleted ? 'Message deleted' : text
  if (user?.id === myId) return `You: ${words}`
  return kind === 'show' ? `${shortly(nameOf(user))}: ${words}` : words
}

/** The first of several names, where room is short. */
const shortly = (name: string): string => name.split(' ')[0] ?? name

function NobodyYet() {
  return (
    <EmptyState
      icon={<MessagesSquare />}
      title="No messages yet"
      action={
        <Link to="/friends" className={buttonStyles({ variant: 'secondary' })}>
          Find your friends
        </Link>
      }
    >
      What you and your friends write, and the rooms of your nights, will be here.
    </EmptyState>
  )
}
