import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useSession } from '@/features/accounts/session'
import { ConversationPane } from '@/features/chat/components/conversation-pane'
import { PaneQuery } from '@/features/chat/components/pane-query'
import { RoomHead } from '@/features/chat/components/room-head'
import { useRoom } from '@/features/chat/use-room'
import { useShow } from '@/features/shows/api'
import { cn } from '@/lib/cn'
import { buttonStyles } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'

const route = getRouteApi('/open/shows/$showId/chat')

/** The room of the night, in which those talk who come. */
export function ShowChat() {
  const { data: show } = useShow(route.useParams().showId)
  const { user } = useSession()
  if (!show) return null
  if (user === null) return <SignIn showId={show.id} />
  return <Room key={show.id} showId={show.id} myId={user.id} />
}

function Room({ showId, myId }: { showId: string; myId: string }) {
  const query = useRoom(showId)
  const panel = useRef<HTMLDivElement>(null)
  const isOpen = query.data !== undefined
  useEffect(() => {
    // where one writes is in sight
    if (isOpen) panel.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <div
      ref={panel}
      className={cn(
        'scroll-mb-[calc(var(--dock)+0.75rem)] overflow-hidden rounded-card border border-line bg-page/70',
        (isOpen || query.error === null) &&
          'h-[min(44rem,calc(100dvh-var(--dock)-var(--notice,0px)-5rem))] min-h-96',
      )}
    >
      <PaneQuery query={query}>
        {(room) => (
          <ConversationPane
            key={room.id}
            conversation={room}
            myId={myId}
            head={<RoomHead conversation={room} showId={showId} />}
          />
        )}
      </PaneQuery>
    </div>
  )
}

function SignIn({ showId }: { showId: string }) {
  return (
    <EmptyState
      title="The room of this night"
      action={
        <Link
          to="/login"
          search={{ next: `/shows/${showId}/chat` }}
          className={buttonStyles({ variant: 'secondary' })}
        >
          Log in to join in
        </Link>
      }
    >
      Those who come to it talk here.
    </EmptyState>
  )
}
