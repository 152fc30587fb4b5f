import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

export type Whose = 'all' | 'friends'

/** What those do whom I follow, the latest first. */
export const feedQuery = (whose: Whose) =>
  infiniteQueryOptions({
    queryKey: keys.feedOf(whose),
    queryFn: ({ pageParam: cursor, signal }) => {
      const friends = whose === 'friends' ? ('true' as const) : ('false' as const)
      return unwrap(api.GET('/api/v1/feed', { params: { query: { limit: 30, cursor, friends } }, signal }))
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  })

const SHOWN = 5

/** What my friends did last. */
export const friendsActivityQuery = queryOptions({
  queryKey: keys.dashboardPart('friends-activity'),
  queryFn: async ({ signal }) => {
    const query = { limit: SHOWN }
    return (await unwrap(api.GET('/api/v1/dashboard/friends-activity', { params: { query }, signal }))).items
  },
})
