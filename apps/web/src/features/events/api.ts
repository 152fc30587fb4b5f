import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import type { Asked, filterOf } from './address'
import type { Event } from './model'

const PAGE = 30
/** Events come and go while one looks for them; a page opened again a moment later need not ask. */
const FRESH_MS = 30_000

type Filter = ReturnType<typeof filterOf>

/** Events to come, page by page; what was found before stays until the answer is there. */
export const eventsQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: keys.eventList(filter),
    queryFn: ({ pageParam, signal }): Promise<{ items: Event[]; next_cursor: string | null }> => {
      const query = { ...filter, limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      return unwrap(api.GET('/api/v1/events', { params: { query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  })

/** Spots on a part of the map, `west,south,east,north`. */
export const spotsQuery = (bbox: string, asked: Asked) =>
  queryOptions({
    queryKey: keys.eventSpots({ bbox, ...asked }),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/events/map', { params: { query: { ...asked, bbox } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  })

/** Categories that there are events of, the most common first. */
export const categoriesQuery = queryOptions({
  queryKey: keys.eventCategories,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/events/categories', { signal }))).items,
  staleTime: FRESH_MS,
})

/** One event as the viewer sees it; its show is read beside it. */
export const eventQuery = (id: string) =>
  queryOptions({
    queryKey: keys.event(id),
    queryFn: ({ signal }): Promise<Event> =>
      unwrap(api.GET('/api/v1/events/{id}', { params: { path: { id } }, signal })),
  })
