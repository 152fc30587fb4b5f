import type { Mood, MoodSample, MoodSummary } from '@sharemyshows/contract/moods'
import {
  type InfiniteData,
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

type SamplePage = { items: MoodSample[]; next_cursor: string | null }
type SamplePages = InfiniteData<SamplePage, string | undefined>
type HistoryAsk = { days: number; mood?: Mood | undefined }

/** My moods of the last days, the newest first. */
export const moodHistoryQuery = (ask: HistoryAsk) =>
  infiniteQueryOptions({
    queryKey: keys.moodHistory(ask),
    queryFn: ({ pageParam: cursor, signal }): Promise<SamplePage> =>
      unwrap(api.GET('/api/v1/mood/history', { params: { query: { ...ask, limit: 20, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  })

/** My moods of the last days by day, hour and weekday. */
export const moodSummaryQuery = (days: number) =>
  queryOptions({
    queryKey: keys.moodSummary(days),
    queryFn: ({ signal }): Promise<MoodSummary> =>
      unwrap(api.GET('/api/v1/mood/summary', { params: { query: { days } }, signal })),
  })

/** Says what a mood really was. */
export const useCorrectSample = () =>
  useChange(
    ({ id, mood }: { id: string; mood: Mood }) =>
      unwrap(api.POST('/api/v1/mood/samples/{id}/correct', { params: { path: { id } }, body: { mood } })),
    ({ id, mood }) =>
      (items) =>
        items.map((one) => (one.id === id ? { ...one, mood, source: 'corrected' as const } : one)),
  )

/** Forgets a mood. */
export const useForgetSample = () =>
  useChange(
    (id: string) => unwrap(api.DELETE('/api/v1/mood/samples/{id}', { params: { path: { id } } })),
    (id) => (items) => items.filter((one) => one.id !== id),
  )

/** Forgets all my moods, and what was learned from corrections. */
export const useForgetMoods = () =>
  useChange(
    () => unwrap(api.DELETE('/api/v1/mood/history')),
    () => () => [],
  )

type Items = (items: MoodSample[]) => MoodSample[]

/** A change that is seen in the lists at once, and everywhere once it is made. */
function useChange<Asked>(change: (asked: Asked) => Promise<unknown>, seen: (asked: Asked) => Items) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: change,
    onMutate: (asked) => {
      const alter = seen(asked)
      queryClient.setQueriesData<SamplePages>(
        { queryKey: keys.moodHistories },
        (pages) =>
          pages && { ...pages, pages: pages.pages.map((page) => ({ ...page, items: alter(page.items) })) },
      )
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.moods }),
  })
}
