import type { ShowFilter } from '@sharemyshows/contract/shows'
import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { pastYears, phaseOf, type Show } from './model'

const PAGE = 30
const RECENT = 4

export type Part = 'upcoming' | 'past'
export type ShowPage = { items: Show[]; next_cursor: string | null }

/** Shows that are to come or that are over, page by page. */
export function showsQuery(part: Part, filter: Partial<ShowFilter>) {
  const ask = (query: Partial<ShowFilter>, signal: AbortSignal): Promise<ShowPage> =>
    part === 'upcoming'
      ? unwrap(api.GET('/api/v1/shows/upcoming', { params: { query }, signal }))
      : unwrap(api.GET('/api/v1/shows/past', { params: { query }, signal }))
  return infiniteQueryOptions({
    queryKey: keys.showList({ part, ...filter }),
    queryFn: ({ pageParam, signal }) =>
      ask({ ...filter, limit: PAGE, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })
}

/** The shows of a person, newest first, through my eyes or everyone's. */
export const showsOfPersonQuery = (userId: string, as: 'me' | 'everyone') =>
  infiniteQueryOptions({
    queryKey: keys.showsOfPerson(userId, as),
    queryFn: ({ pageParam, signal }): Promise<ShowPage> => {
      const query = { as, limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      const path = { user_id: userId }
      return unwrap(api.GET('/api/v1/shows/user/{user_id}', { params: { path, query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })

/** The shows that photos are most likely for: those that are on, then the last of my diary. */
export const recentQuery = queryOptions({
  queryKey: keys.showList({ recent: true }),
  queryFn: async ({ signal }): Promise<Show[]> => {
    const query = { scope: 'mine' as const, limit: RECENT }
    const [coming, past] = await Promise.all([
      unwrap(api.GET('/api/v1/shows/upcoming', { params: { query }, signal })),
      unwrap(api.GET('/api/v1/shows/past', { params: { query }, signal })),
    ])
    const on = coming.items.filter((show) => phaseOf(show, Date.now()) === 'during')
    return [...on, ...past.items].slice(0, RECENT)
  },
})

/** Years of my diary with the number of shows in each, newest first. */
const yearsQuery = queryOptions({
  queryKey: keys.showYears,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/shows/years', { signal }))).items,
})

/** One show as the viewer sees it. */
export const showQuery = (id: string) =>
  queryOptions({
    queryKey: keys.show(id),
    queryFn: ({ signal }): Promise<Show> =>
      unwrap(api.GET('/api/v1/shows/{id}', { params: { path: { id } }, signal })),
  })

/** One show; until the server has answered, as the list had it that led here. */
export function useShow(id: string) {
  const queryClient = useQueryClient()
  return useQuery({ ...showQuery(id), placeholderData: () => inLists(queryClient, id) })
}

/** Who was, is or will be there, as far as the viewer may know. */
export const attendeesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.attendees(id),
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      return unwrap(api.GET('/api/v1/shows/{id}/attendees', { params: { path: { id }, query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })

function inLists(queryClient: QueryClient, id: string): Show | undefined {
  const lists = queryClient.getQueriesData<InfiniteData<ShowPage> | Show[]>({ queryKey: keys.showLists })
  const shows = lists.flatMap(([, data]) =>
    data && 'pages' in data ? data.pages.flatMap((page) => page.items) : (data ?? []),
  )
  return shows.find((show) => show.id === id)
}

/** My whole diary in outline: its years with what is over in each, and whether anything is to come. */
export function useDiary() {
  const years = useQuery(yearsQuery)
  const upcoming = useInfiniteQuery(showsQuery('upcoming', { scope: 'mine' }))
  const coming = upcoming.data?.pages.flatMap((page) => page.items)
  const failed = [years, upcoming].find((query) => query.isError && query.data === undefined)
  return {
    error: failed?.error,
    retry: () => Promise.all([years.refetch(), upcoming.refetch()]),
    diary: years.data && coming && { years: pastYears(years.data, coming), coming: coming.length },
  }
}
