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
