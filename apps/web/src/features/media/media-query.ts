import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query'
import { itemsIn, type Page } from './pages'

const PAGE = 100
/** While something is being prepared, asked this often: the live channel may be down. */
const POLL_MS = 5000

type Ask<Medium> = (query: { limit: number; cursor?: string }, signal: AbortSignal) => Promise<Page<Medium>>

/** A list of media, a hundred at a time, that is read again while something in it is being prepared. */
export const mediaQuery = <Medium extends { state: string }>(queryKey: QueryKey, ask: Ask<Medium>) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam: cursor, signal }) => ask({ limit: PAGE, cursor }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    refetchInterval: ({ state }) =>
      itemsIn(state.data).some((medium) => medium.state === 'processing') ? POLL_MS : false,
  })
