import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useSession } from '@/features/accounts/session'
import { conversationQuery } from '@/features/chat/api'
import { ConversationHead } from '@/features/chat/components/conversation-head'
import { ConversationPane } from '@/features/chat/components/conversation-pane'
import { PaneQuery } from '@/features/chat/components/pane-query'
import { PresentNow } from '@/features/chat/components/present'
import type { Conversation as Told } from '@/features/chat/model'

const route = getRouteApi('/member/messages/$conversationId')

/** One conversation of mine, or a room. */
export function Conversation() {
  const { conversationId } = route.useParams()
  const query = useQuery(conversationQuery(conversationId))
  return (
    <PaneQuery query={query}>
      {(conversation) => <Opened key={conversation.id} conversation={conversation} />}
    </PaneQuery>
  )
}

function Opened({ conversation }: { conversation: Told }) {
  const { user } = useSession()
  const navigate = useNavigate()
  const { show, person } = conversation
  const open = () => {
    if (show) void navigate({ to: '/shows/$showId', params: { showId: show.id } })
    else if (person) void navigate({ to: '/profile/$username', params: { username: person.username } })
  }
  if (user === null) return null
  return (
    <ConversationPane
      conversation={conversation}
      myId={user.id}
      head={
        <ConversationHead conversation={conversation} onOpen={open}>
          {show && <PresentNow showId={show.id} />}
        </ConversationHead>
      }
    />
  )
}
