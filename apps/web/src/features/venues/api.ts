import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

/** A venue as its page has it. */
export const venueQuery = (id: string) =>
  queryOptions({
    queryKey: keys.venue(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/venues/{id}', { params: { path: { id } }, signal })),
  })
