import { Link, Outlet, useMatch } from '@tanstack/react-router'
import { SquarePen } from 'lucide-react'
import { useSession } from '@/features/accounts/session'
import { ConversationList } from '@/features/chat/components/conversation-list'
import { cn } from '@/lib/cn'
import { usePageTitle } from '@/lib/hooks'
import { useBadges } from '../shell/badges'

/** My conversations and the one that is open: side by side, on phones one page after the other. */
export function Messages() {
  const { user } = useSession()
  const listed = useMatch({ from: '/member/messages/', shouldThrow: false }) !== undefined
  const { messages: unread } = useBadges()
  usePageTitle(unread > 0 ? `(${unread}) Messages` : 'Messages')
  const Heading = listed ? 'h1' : 'h2'
  if (user === null) return null
  return (
    <div className="flex h-[calc(100dvh-var(--dock)-var(--notice,0px))]">
      <div
        className={cn(
          'flex min-h-0 w-full flex-col border-line md:w-80 md:border-r lg:w-96',
          !listed && 'max-md:hidden',
        )}
      >
        <header className="flex min-h-16 items-center justify-between pr-2 pl-4">
          <Heading tabIndex={listed ? -1 : undefined} className="text-28 md:text-20">
            Messages
          </Heading>
          <Link
            to="/friends"
            aria-label="Write to a friend"
            title="Write to a friend"
            className="inline-flex size-11 items-center justify-center rounded-control text-soft hover:bg-ink/8 hover:text-ink"
          >
            <SquarePen aria-hidden className="size-5" />
          </Link>
        </header>
        <nav aria-label="Conversations" className="min-h-0 flex-1 overflow-y-auto px-1 pb-3">
          <ConversationList myId={user.id} />
        </nav>
      </div>
      <div className={cn('min-w-0 flex-1', listed && 'max-md:hidden')}>
        <Outlet />
      </div>
    </div>
  )
}
