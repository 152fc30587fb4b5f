import type { SetlistLink } from '@sharemyshows/contract/enrichment'
import type { SetlistLookups } from '@sharemyshows/contract/lookups'
import type { SetlistSource as Source } from '@sharemyshows/contract/whole-setlist'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import type { Setlist } from './model'

/** A night of the same headliner whose setlist can be copied. */
export type SetlistSource = z.infer<typeof Source>

/** The songs of a show in order. */
export const setlistQuery = (showId: string) =>
  queryOptions({
    queryKey: keys.setlist(showId),
    queryFn: ({ signal }): Promise<Setlist> =>
      unwrap(api.GET('/api/v1/shows/{id}/setlist', { params: { path: { id: showId } }, signal })),
  })

/** What others wrote down of the night; asked anew whenever somebody wants to know. */
export const foundQuery = (showId: string) =>
  queryOptions({
    queryKey: keys.setlistsFound(showId),
    queryFn: ({ signal }): Promise<SetlistLookups> =>
      unwrap(api.GET('/api/v1/shows/{id}/setlist/found', { params: { path: { id: showId } }, signal })),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

/** Where songs of the setlist were taken from. */
export const linksQuery = (showId: string) =>
  queryOptions({
    queryKey: keys.setlistLinks(showId),
    queryFn: async ({ signal }): Promise<SetlistLink[]> =>
      (
        await unwrap(
          api.GET('/api/v1/shows/{id}/setlist/links', { params: { path: { id: showId } }, signal }),
        )
      ).items,
  })

/** Other nights of the headliner with songs, nearest first. */
export const sourcesQuery = (showId: string) =>
  queryOptions({
    queryKey: keys.setlistSources(showId),
    queryFn: async ({ signal }): Promise<SetlistSource[]> =>
      (
        await unwrap(
          api.GET('/api/v1/shows/{id}/setlist/sources', { params: { path: { id: showId } }, signal }),
        )
      ).items,
  })
