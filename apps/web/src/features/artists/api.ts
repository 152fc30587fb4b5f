import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

const PAGE = 10

/** An artist as her page has it. */
export const artistQuery = (id: string) =>
  queryOptions({
    queryKey: keys.artist(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/artists/{id}', { params: { path: { id } }, signal })),
  })

/** Her songs, most often played first: those I heard, or those of all shows I may see. */
export const songsQuery = (id: string, scope: 'mine' | 'all') =>
  infiniteQueryOptions({
    queryKey: keys.songsOfArtist(id, scope),
    queryFn: ({ pageParam, signal }) => {
      const query = { scope, limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      return unwrap(api.GET('/api/v1/artists/{id}/songs', { params: { path: { id }, query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })
