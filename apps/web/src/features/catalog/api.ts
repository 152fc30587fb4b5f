import type { Attribution } from '@sharemyshows/contract/lookups'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, unwrap } from '@/lib/api'
import { useRested } from '@/lib/hooks'
import { keys } from '@/lib/keys'
import { outcomeOf } from '@/lib/lookups'
import type { FoundVenue } from './model'

const MOST = 6
const REST_MS = 150
/** Questions that may leave this server are counted there, and asked only of words that are likely whole. */
const OUTSIDE = { most: 8, restMs: 280 }
/** What others did not say in time is there when it is asked for again. */
const AGAIN_MS = 700

type Answer<T> = {
  items: T[]
  attribution?: Attribution | null
  /** Somebody elsewhere has not answered yet. */
  late?: boolean
}
type Ask<T> = (q: string, signal: AbortSignal) => Promise<Answer<T>>

/** What one kind of thing is asked for by. */
export type Suggestions<T> = { of: string; ask: Ask<T>; restMs: number }

const asking = (q: string, signal: AbortSignal) => ({ params: { query: { q, limit: MOST } }, signal })

/** Of shows one may see. */
export const knownArtists = suggestions('artists', (q, signal) =>
  unwrap(api.GET('/api/v1/artists', asking(q, signal))),
)
export const knownVenues = suggestions('venues', (q, signal) =>
  unwrap(api.GET('/api/v1/venues', asking(q, signal))),
)
export const cities = suggestions('cities', (q, signal) =>
  unwrap(api.GET('/api/v1/cities', asking(q, signal))),
)

/** Those, and whom this server's providers know by that name. */
export const artists = suggestions(
  'outside-artists',
  async (artist_name, signal) => {
    const query = { artist_name, typing: true, limit: OUTSIDE.most }
    const answer = await unwrap(api.GET('/api/v1/external/artist/search', { params: { query }, signal }))
    return { ...answer, late: outcomeOf(answer) === 'unavailable' }
  },
  OUTSIDE.restMs,
)
export const venues = suggestions(
  'outside-venues',
  async (input, signal) => {
    const query = { input, limit: OUTSIDE.most }
    const answer = await unwrap(api.GET('/api/v1/external/venue/autocomplete', { params: { query }, signal }))
    // towns have a field of their own
    const items = answer.items.filter(({ kind }) => kind !== 'city')
    return { ...answer, items, late: outcomeOf(answer) === 'unavailable' }
  },
  OUTSIDE.restMs,
)

/** A place by the id it was found under, with its address in parts. */
export async function readPlace(place_id: string): Promise<FoundVenue> {
  const answer = await unwrap(api.GET('/api/v1/external/venue/details', { params: { query: { place_id } } }))
  return answer.item
}

/**
 * What fits the text being typed, best first. Nothing is asked before the first keystroke, and nothing of a text that
 * was `settle`d: what a form brings along or was picked needs no suggestion. A search that fails suggests nothing, and
 * typing goes on.
 */
export function useSuggestions<T>({ of, ask, restMs }: Suggestions<T>, text: string) {
  const [settled, settle] = useState(text)
  const q = useRested(text.trim(), restMs)
  const search = useQuery({
    ...queryOptions({
      queryKey: keys.suggestions(of, q.toLowerCase()),
      queryFn: ({ signal }) => ask(q, signal),
    }),
    enabled: q !== '' && text !== settled,
    refetchInterval: ({ state }) => state.data?.late === true && state.dataUpdateCount === 1 && AGAIN_MS,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const { items = [], attribution = null } = text.trim() === '' ? {} : (search.data ?? {})
  return { options: items, attribution, loading: search.isFetching, settle }
}

function suggestions<T>(of: string, ask: Ask<T>, restMs = REST_MS): Suggestions<T> {
  return { of, ask, restMs }
}
