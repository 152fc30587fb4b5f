import { useInfiniteQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useState } from 'react'
import { EmptyState } from '@/ui/empty-state'
import { PagedList } from '@/ui/paged-list'
import { SearchBox } from '@/ui/search-box'
import { friendsQuery } from '../friends'
import { PersonRow, sayShared } from './person-row'
import { RelationButtons } from './relation-buttons'

/** My friends by name, and looking among them. */
export function FriendList() {
  const [q, setQ] = useState('')
  const list = useInfiniteQuery(friendsQuery(q))
  const isEmpty = q === '' && list.data?.pages[0]?.items.length === 0
  return (
    <>
      {!isEmpty && (
        <div className="mb-4 max-w-md">
          <SearchBox
            label="Look among your friends"
            placeholder="Look among your friends"
            q={q}
            onChange={setQ}
          />
        </div>
      )}
      <PagedList
        list={list}
        loading="Loading your friends"
        empty={
          q ? (
            <p className="py-6 text-14 text-soft">None of your friends is called that.</p>
          ) : (
            <EmptyState icon={<Users />} title="No friends here yet">
              Look somebody up by name, or ask one of those you were at shows with. What your friends do is in
              your feed.
            </EmptyState>
          )
        }
      >
        {(friends) => (
          <ul aria-label="Your friends">
            {friends.map((friend) => (
              <PersonRow key={friend.id} person={friend} detail={sayShared(friend.shared_shows)}>
                <RelationButtons person={friend} relation={friend.relation} compact />
              </PersonRow>
            ))}
          </ul>
        )}
      </PagedList>
    </>
  )
}
