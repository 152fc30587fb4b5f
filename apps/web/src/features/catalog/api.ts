import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, unwrap } from '@/lib/api'
import { useRested } from '@/lib/hooks'
import { keys } from '@/lib/keys'

const MOST = 6
const REST_MS = 150

type Ask<T> = (q: string, signal: AbortSignal) => Promise<{ items: T[] }>

/** What one kind of thing is asked for by. */
export type Suggestions<T> = { of: 'artists' | 'venues' | 'cities'; ask: Ask<T> }

const asking = (q: string, signal: AbortSignal) => ({ params: { query: { q, limit: MOST } }, signal })

export const artists = suggestions('artists', (q, signal) =>
  unwrap(api.GET('/api/v1/artists', asking(q, signal))),
)
export const venues = suggestions('venues', (q, signal) =>
  unwrap(api.GET('/api/v1/venues', asking(q, signal))),
)
export const cities = suggestions('cities', (q, signal) =>
  unwrap(api.GET('/api/v1/cities', asking(q, signal))),
)

/**
 * What fits the text being typed, best first. Nothing is asked before the first keystroke: what a form brings along
 * needs no suggestion. A search that fails suggests nothing, and typing goes on.
 */
export function useSuggestions<T>({ of, ask }: Suggestions<T>, text: string) {
  const [brought] = useState(text)
  const q = useRested(text.trim(), REST_MS)
  const search = useQuery({
    ...queryOptions({
      queryKey: keys.suggestions(of, q.toLowerCase()),
      queryFn: async ({ signal }) => (await ask(q, signal)).items,
    }),
    enabled: q !== '' && text !== brought,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return { options: text.trim() === '' ? [] : (search.data ?? []), loading: search.isFetching }
}

function suggestions<T>(of: Suggestions<T>['of'], ask: Ask<T>): Suggestions<T> {
  return { of, ask }
}
