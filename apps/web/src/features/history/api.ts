import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

const PAGE = 30

/** What was changed of a show, newest first. */
export const revisionsQuery = (showId: string) =>
  infiniteQueryOptions({
    queryKey: keys.revisions('show', showId),
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      return unwrap(
        api.GET('/api/v1/shows/{id}/revisions', { params: { path: { id: showId }, query }, signal }),
      )
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })

/** Puts back what a revision changed. */
export function usePutBack(showId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (revisionId: string) =>
      unwrap(
        api.POST('/api/v1/shows/{id}/revisions/{revision_id}/revert', {
          params: { path: { id: showId, revision_id: revisionId } },
        }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.shows }),
  })
}

export type Kind = 'show' | 'artist' | 'venue'

/** The thing itself and those that might be the same, in one shape for all three kinds. */
export const duplicatesQuery = (kind: Kind, id: string) =>
  queryOptions({
    queryKey: keys.duplicates(kind, id),
    queryFn: ({ signal }) => askDuplicates(kind, { params: { path: { id } }, signal }),
    staleTime: 5 * 60_000,
  })

type Ask = { params: { path: { id: string } }; signal: AbortSignal }

async function askDuplicates(kind: Kind, ask: Ask) {
  if (kind === 'artist') return { kind, ...(await unwrap(api.GET('/api/v1/artists/{id}/duplicates', ask))) }
  if (kind === 'venue') return { kind, ...(await unwrap(api.GET('/api/v1/venues/{id}/duplicates', ask))) }
  return { kind, ...(await unwrap(api.GET('/api/v1/shows/{id}/duplicates', ask))) }
}

/** Has one become another. Everything about shows, photos and comments is asked for anew. */
export function useMerge(kind: Kind) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: async ({ from, into }: { from: string; into: string }): Promise<unknown> => {
      const ask = { params: { path: { id: from } }, body: { into } }
      if (kind === 'artist') return unwrap(api.POST('/api/v1/artists/{id}/merge', ask))
      if (kind === 'venue') return unwrap(api.POST('/api/v1/venues/{id}/merge', ask))
      return unwrap(api.POST('/api/v1/shows/{id}/merge', ask))
    },
    onSuccess: () =>
      Promise.all(
        [keys.shows, keys.photos, ['comments'], keys.dashboard].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey, refetchType: 'none' }),
        ),
      ),
  })
}
