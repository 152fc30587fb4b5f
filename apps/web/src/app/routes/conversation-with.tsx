import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { useSession } from '@/features/accounts/session'
import { conversationWithQuery } from '@/features/chat/api'
import { NewConversation } from '@/features/chat/components/new-conversation'
import { PaneQuery } from '@/features/chat/components/pane-query'

const route = getRouteApi('/member/messages/with/$userId')

/** My conversation with somebody, wherever it stands; else the beginning of one. */
export function ConversationWith() {
  const { userId } = route.useParams()
  const { user } = useSession()
  const query = useQuery(conversationWithQuery(userId))
  return (
    <PaneQuery query={query}>
      {({ person, conversation }) =>
        conversation ? (
          <Navigate to="/messages/$conversationId" params={{ conversationId: conversation.id }} replace />
        ) : (
          user && <NewConversation key={person.id} person={person} myId={user.id} />
        )
      }
    </PaneQuery>
  )
}
