import type { FriendRequest, Relation } from '@sharemyshows/contract/friends'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Inbox, Send } from 'lucide-react'
import { sayAgo } from '@/lib/dates'
import { EmptyState } from '@/ui/empty-state'
import { PagedList } from '@/ui/paged-list'
import { requestsQuery } from '../friends'
import { PersonRow, sayShared } from './person-row'
import { RelationButtons } from './relation-buttons'

/** Open requests, with what can be done about each. */
export function RequestList({ direction }: { direction: FriendRequest['direction'] }) {
  const list = useInfiniteQuery(requestsQuery(direction))
  return (
    <PagedList list={list} loading="Loading requests" empty={<None direction={direction} />}>
      {(requests) => (
        <ul aria-label={direction === 'received' ? 'Requests to you' : 'Requests you sent'}>
          {requests.map((request) => (
            <PersonRow key={request.id} person={request.user} detail={detailOf(request)}>
              <RelationButtons person={request.user} relation={relationOf(request)} compact />
            </PersonRow>
          ))}
        </ul>
      )}
    </PagedList>
  )
}

const detailOf = ({ created_at, shared_shows }: FriendRequest) =>
  [sayShared(shared_shows), sayAgo(created_at, Date.now())].filter(Boolean).join(' · ')

const relationOf = ({ id, direction }: FriendRequest): Relation => ({
  friend: false,
  following: false,
  followed_by: false,
  request: direction,
  request_id: id,
})

function None({ direction }: { direction: FriendRequest['direction'] }) {
  return direction === 'received' ? (
    <EmptyState icon={<Inbox />} title="No open requests">
      Who asks to be your friend is here until you answer.
    </EmptyState>
  ) : (
    <EmptyState icon={<Send />} title="You are waiting for nobody">
      Requests that you send are here until they are answered.
    </EmptyState>
  )
}
