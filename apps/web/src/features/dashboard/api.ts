import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

// Whatever changes these numbers happens on other pages: coming back asks again, behind what was known.
const fresh = { staleTime: 0 }

const NIGHTS = 4
const ARTISTS = 10
const VENUES = 8
const PHOTOS = 24
const MONTHS = 24
const COMMENTS = 4

/** What I have been to and kept, in numbers. */
export const statsQuery = queryOptions({
  queryKey: keys.dashboardPart('stats'),
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/dashboard/stats', { signal })),
  ...fresh,
})

/** How many shows are in my diary, in all and by year. */
export const countQuery = queryOptions({
  queryKey: keys.dashboardPart('count'),
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/dashboard/shows/count', { signal })),
  ...fresh,
})

/** The days of a year with the shows of my diary. */
export const yearQuery = (year: number) =>
  queryOptions({
    queryKey: keys.dashboardPart('calendar', { year }),
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/dashboard/calendar', { params: { query: { year } }, signal }))).items,
    ...fresh,
  })

/** Shows I have been to on this day of earlier years; `date` is today, `YYYY-MM-DD`. */
export const onThisDayQuery = (date: string) =>
  queryOptions({
    queryKey: keys.dashboardPart('on-this-day', { date }),
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/dashboard/on-this-day', { params: { query: { date } }, signal }))).items,
    ...fresh,
  })

/** The last nights. */
export const recentQuery = queryOptions({
  queryKey: keys.dashboardPart('recent'),
  queryFn: async ({ signal }) => {
    const query = { limit: NIGHTS }
    return (await unwrap(api.GET('/api/v1/dashboard/recent', { params: { query }, signal }))).items
  },
  ...fresh,
})

/** The artists I have seen most. */
export const artistsQuery = queryOptions({
  queryKey: keys.dashboardPart('artists'),
  queryFn: async ({ signal }) => {
    const query = { limit: ARTISTS }
    return (await unwrap(api.GET('/api/v1/dashboard/top-artists', { params: { query }, signal }))).items
  },
  ...fresh,
})

/** The venues I have been to most. */
export const venuesQuery = queryOptions({
  queryKey: keys.dashboardPart('venues'),
  queryFn: async ({ signal }) => {
    const query = { limit: VENUES }
    return (await unwrap(api.GET('/api/v1/dashboard/top-venues', { params: { query }, signal }))).items
  },
  ...fresh,
})

/** The places of my map. */
export const placesQuery = queryOptions({
  queryKey: keys.dashboardPart('places'),
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/dashboard/places', { signal }))).items,
  ...fresh,
})

/** Shows I have been to in each of the last two years' months. */
export const monthsQuery = queryOptions({
  queryKey: keys.dashboardPart('months'),
  queryFn: async ({ signal }) => {
    const query = { months: MONTHS }
    return (await unwrap(api.GET('/api/v1/dashboard/months', { params: { query }, signal }))).items
  },
  ...fresh,
})

/** My latest photos. */
export const photosQuery = queryOptions({
  queryKey: keys.dashboardPart('photos'),
  queryFn: async ({ signal }) => {
    const query = { limit: PHOTOS }
    return (await unwrap(api.GET('/api/v1/dashboard/photos/recent', { params: { query }, signal }))).items
  },
  ...fresh,
})

/** What I said last under shows. */
export const commentsQuery = queryOptions({
  queryKey: keys.dashboardPart('comments'),
  queryFn: async ({ signal }) => {
    const query = { limit: COMMENTS }
    return (await unwrap(api.GET('/api/v1/dashboard/comments/recent', { params: { query }, signal }))).items
  },
  ...fresh,
})
