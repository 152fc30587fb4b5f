import { Link } from '@tanstack/react-router'
import { Maximize2 } from 'lucide-react'
import type { Conversation } from '../model'
import { ConversationMenu } from './conversation-head'
import { PresentNow } from './present'

type RoomHeadProps = { conversation: Conversation; showId: string }

/** Over a room on the page of its night: who is here, and the way to it as a page of its own. */
export function RoomHead({ conversation, showId }: RoomHeadProps) {
  return (
    <header className="flex min-h-13 items-center gap-1 border-line border-b pr-1 pl-2">
      <div className="min-w-0 flex-1">
        <PresentNow showId={showId} />
      </div>
      <Link
        to="/messages/$conversationId"
        params={{ conversationId: conversation.id }}
        aria-label="Open the room in your messages"
        title="Open the room in your messages"
        className="inline-flex size-11 items-center justify-center rounded-control text-soft hover:bg-ink/8 hover:text-ink"
      >
        <Maximize2 aria-hidden className="size-5" />
      </Link>
      <ConversationMenu conversation={conversation} />
    </header>
  )
}
