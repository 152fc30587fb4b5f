import type { PublicProfile } from '@sharemyshows/contract/people'
import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { onLive, onLiveAgain } from '@/lib/live'
import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'

const PAGE = 30
const next = ({ next_cursor }: { next_cursor: string | null }) => next_cursor ?? undefined
const first = undefined as string | undefined

/** My friends, by name; those whose name has `q` in it. */
export const friendsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: keys.friendList(q),
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(
        api.GET('/api/v1/friends', { params: { query: { limit: PAGE, cursor, q: q || undefined } }, signal }),
      ),
    initialPageParam: first,
    getNextPageParam: next,
  })

/** Open requests that I received, or sent. */
export const requestsQuery = (direction: 'received' | 'sent') =>
  infiniteQueryOptions({
    queryKey: keys.friendRequests(direction),
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(
        api.GET('/api/v1/friends/requests', {
          params: { query: { limit: PAGE, cursor, direction } },
          signal,
        }),
      ),
    initialPageParam: first,
    getNextPageParam: next,
  })

/** People I was at shows with and do not know yet. */
export const suggestionsQuery = queryOptions({
  queryKey: keys.friendSuggestions,
  queryFn: ({ signal }) =>
    unwrap(api.GET('/api/v1/friends/suggestions', { params: { query: { limit: 12 } }, signal })),
})

/** People by name, or by their whole e-mail address. */
export const peopleSearchQuery = (q: string) =>
  queryOptions({
    queryKey: keys.friendSearch(q),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/friends/search', { params: { query: { q, limit: 30 } }, signal })),
    enabled: q.length >= 2,
  })

export type Side = 'followers' | 'following'

/** Who follows somebody, or whom she follows, the latest first. */
export const followsQuery = (userId: string, side: Side) =>
  infiniteQueryOptions({
    queryKey: keys.follows(userId, side),
    queryFn: ({ pageParam: cursor, signal }) => {
      const call = { params: { path: { id: userId }, query: { limit: PAGE, cursor } }, signal }
      return unwrap(
        side === 'followers'
          ? api.GET('/api/v1/users/{id}/followers', call)
          : api.GET('/api/v1/users/{id}/following', call),
      )
    },
    initialPageParam: first,
    getNextPageParam: next,
  })

/** Reads again what a friendship or a follow may concern: who one is to me, and what I may see of her. */
const reread = (queryClient: QueryClient) =>
  Promise.all(
    [keys.friends, keys.feed, keys.showPages, keys.dashboard].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )

/** Keeps friends and requests current while somebody looks at them. */
export function useFriendNews(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    const again = () => void reread(queryClient)
    const ends = [onLive('friends_changed', again), onLiveAgain(again)]
    return () => {
      for (const end of ends) end()
    }
  }, [queryClient])
}

/** What one can do about a friendship, with whom it is or the id of the request. */
export type Deed =
  | { do: 'request'; userId: string }
  | { do: 'accept' | 'reject' | 'withdraw'; requestId: string }
  | { do: 'end'; userId: string }
  | { do: 'follow' | 'unfollow'; userId: string }

function send(deed: Deed): Promise<unknown> {
  switch (deed.do) {
    case 'request':
      return unwrap(api.POST('/api/v1/friends/request', { body: { user_id: deed.userId } }))
    case 'accept':
      return unwrap(api.POST('/api/v1/friends/accept/{request_id}', requestOf(deed)))
    case 'reject':
      return unwrap(api.POST('/api/v1/friends/reject/{request_id}', requestOf(deed)))
    case 'withdraw':
      return unwrap(api.DELETE('/api/v1/friends/request/{request_id}', { params: requestOf(deed).params }))
    case 'end':
      return unwrap(api.DELETE('/api/v1/friends/{user_id}', { params: { path: { user_id: deed.userId } } }))
    case 'follow':
      return unwrap(api.POST('/api/v1/users/{id}/follow', personOf(deed)))
    case 'unfollow':
      return unwrap(api.POST('/api/v1/users/{id}/unfollow', personOf(deed)))
  }
}

const requestOf = ({ requestId }: { requestId: string }) => ({
  params: { path: { request_id: requestId } },
  body: {},
})
const personOf = ({ userId }: { userId: string }) => ({ params: { path: { id: userId } }, body: {} })

/** Does it, and reads again what may have changed; pending until that has been read, so that no button flickers. */
export function useFriendship() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: send,
    onError: (error) => toast.failed(sayProblem(error)),
    onSettled: () => reread(queryClient),
  })
}

/** What I am told to call somebody. */
export const nameOf = ({
  display_name,
  username,
}: Pick<PublicProfile, 'display_name' | 'username'>): string => display_name ?? username
