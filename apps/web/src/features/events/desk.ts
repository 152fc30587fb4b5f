import type { EventStats } from '@sharemyshows/contract/event-stats'
import { infiniteQueryOptions, type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { onLiveAgain, type ShowNews, watchShow } from '@/lib/live'
import type { At } from '@/ui/world-map/circle'
import type { Event } from './model'

const PAGE = 30

/** Events that I look after, drafts included: those to come the soonest first, past ones the latest first. */
export const organizedQuery = (when: 'upcoming' | 'past') =>
  infiniteQueryOptions({
    queryKey: keys.organizedList(when),
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(
        api.GET('/api/v1/organizer/events', { params: { query: { when, limit: PAGE, cursor } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  })

/** How an event goes, for its staff. */
export const statsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.eventStats(id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/events/{id}/stats', { params: { path: { id } }, signal })),
  })

/** Who looks after an event, the owner first. */
export const staffQuery = (id: string) =>
  queryOptions({
    queryKey: keys.eventStaff(id),
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/events/{id}/staff', { params: { path: { id } }, signal }))).items,
  })

/** People whose name begins so, to have one of them help. */
export const helpersQuery = (q: string) =>
  queryOptions({
    queryKey: keys.friendSearch(q),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/friends/search', { params: { query: { q, limit: 8 } }, signal })),
    enabled: q.length >= 2,
    retry: false,
  })

/** Where a point is: the town it lies nearest to, and the zone its clocks follow. */
export const placeQuery = ({ latitude, longitude }: At) => {
  const near = `${latitude.toFixed(4)},${longitude.toFixed(4)}`
  return queryOptions({
    queryKey: keys.placeAt(near),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/cities/nearest', { params: { query: { near } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** What a piece of news makes worth reading again; whatever it is, numbers may have moved. */
function reread(queryClient: QueryClient, id: string, news: ShowNews): void {
  void queryClient.invalidateQueries({ queryKey: keys.eventStats(id) })
  if (news !== 'facts' && news !== 'people' && news !== 'everything') return
  void queryClient.invalidateQueries({ queryKey: keys.event(id) })
  void queryClient.invalidateQueries({ queryKey: keys.eventStaff(id) })
}

/** Keeps the desk of an event true while its night goes on. */
export function useDeskNews(id: string): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    const ends = [
      watchShow(id, (news) => reread(queryClient, id, news)),
      onLiveAgain(() => reread(queryClient, id, 'everything')),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [queryClient, id])
}

/** An event in large type, as its staff looks at it: who comes and, once the door is open, who came. */
export function numbersOf(
  event: Pick<Event, 'rsvp_counts' | 'capacity' | 'arrival_opens_at'>,
  stats: EventStats | undefined,
  now: number,
) {
  const { going, maybe, waitlist } = stats?.rsvp_counts ?? event.rsvp_counts
  const open = doorIsOpen(event, stats, now)
  return [
    { value: going, label: event.capacity === null ? 'going' : `of ${event.capacity} going` },
    ...(waitlist > 0 ? [{ value: waitlist, label: 'waiting' }] : []),
    ...(open
      ? [
          { value: stats?.arrivals ?? '–', label: 'arrived' },
          { value: stats?.here ?? '–', label: 'here now' },
        ]
      : [{ value: maybe, label: 'maybe' }]),
  ]
}

/** Whether arrivals are taken, or were. */
export const doorIsOpen = (
  { arrival_opens_at }: Pick<Event, 'arrival_opens_at'>,
  stats: EventStats | undefined,
  now: number,
): boolean => now >= Date.parse(arrival_opens_at) || (stats?.arrivals ?? 0) > 0
