import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { narrowingOf, type SearchAddress } from './address'
import type { Kind } from './kinds'
import type { Found } from './model'

const PAGE = 30

/** Some of each kind; what was found before stays until the answer is there. */
export const foundQuery = (q: string, limit: number) =>
  queryOptions({
    queryKey: keys.search({ q: q.toLowerCase(), limit }),
    queryFn: ({ signal }): Promise<Found> =>
      unwrap(api.GET('/api/v1/search', { params: { query: { q, limit } }, signal })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })

/** All of one kind, page by page. */
export const kindQuery = (q: string, kind: Exclude<Kind, 'shows'>) =>
  infiniteQueryOptions({
    queryKey: keys.search({ q: q.toLowerCase(), kind }),
    queryFn: ({ pageParam, signal }): Promise<Found> => {
      const query = { q, kinds: kind, limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      return unwrap(api.GET('/api/v1/search', { params: { query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last[kind].next_cursor,
    placeholderData: keepPreviousData,
  })

/** Shows by words and by what narrows them, page by page. */
export const foundShowsQuery = (address: SearchAddress) => {
  const asked = { ...narrowingOf(address), ...(address.q && { q: address.q }) }
  return infiniteQueryOptions({
    queryKey: keys.search({ shows: asked }),
    queryFn: ({ pageParam, signal }) => {
      const query = { ...asked, limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      return unwrap(api.GET('/api/v1/shows/search', { params: { query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  })
}
