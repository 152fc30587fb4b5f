import type { AnalysisStatus } from '@sharemyshows/contract/analysis'
import type { LibraryItem } from '@sharemyshows/contract/audio-library'
import type { Progress } from '@sharemyshows/contract/live'
import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import type { LibraryAsk } from './address'
import { isAtWork } from './model'

type LibraryPage = { items: LibraryItem[]; next_cursor: string | null }
export type LibraryPages = InfiniteData<LibraryPage, string | undefined>

const PAGE = 50
/** While something is at work, asked this often (ms): the live channel may be down. */
const POLL_MS = 5000

/** My recordings with what was found in them. */
export const libraryQuery = (ask: LibraryAsk, limit = PAGE) =>
  infiniteQueryOptions({
    queryKey: keys.library({ ...ask, limit }),
    queryFn: ({ pageParam: cursor, signal }): Promise<LibraryPage> =>
      unwrap(api.GET('/api/v1/audio/library', { params: { query: { ...ask, limit, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    refetchInterval: ({ state }) => (itemsIn(state.data).some(isUnfinished) ? POLL_MS : false),
  })

/** All of the library that is loaded. */
export const itemsIn = (pages: Pick<LibraryPages, 'pages'> | undefined): LibraryItem[] =>
  pages?.pages.flatMap(({ items }) => items) ?? []

const isUnfinished = ({ audio, analysis }: LibraryItem): boolean =>
  audio.state === 'processing' || isAtWork(analysis)

/** The labels of my recordings, the most frequent first. */
export const libraryLabelsQuery = queryOptions({
  queryKey: keys.libraryLabels,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/audio/library/labels', { signal })),
  select: ({ items }) => items,
})

/** A recording by itself. */
export const recordingQuery = (id: string) =>
  queryOptions({
    queryKey: keys.recording(id),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/audio/{id}', {
          params: { path: { id } },
          headers: { Accept: 'application/json' },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.state === 'processing' ? POLL_MS : false),
  })

/** What was found in a recording; a problem `analysis_not_ready` or `analysis_failed` where there is nothing. */
export const analysisQuery = (id: string) =>
  queryOptions({
    queryKey: keys.analysis(id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/audio/{id}/analysis', { params: { path: { id } }, signal })),
  })

/** How far the analysis of a recording is. */
export const analysisStatusQuery = (id: string) =>
  queryOptions({
    queryKey: keys.analysisStatus(id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/audio/{id}/analysis/status', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? POLL_MS : false),
  })

/** What sounds like it. */
export const similarQuery = (id: string, limit = 10) =>
  queryOptions({
    queryKey: keys.similarAudio(id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/audio/{id}/similar', { params: { path: { id }, query: { limit } }, signal })),
    select: ({ items }) => items,
  })

/** Has a recording analysed; `again` also where this engine has done it already. */
export function useAnalyse() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, again = false }: { id: string; again?: boolean }) =>
      unwrap(api.POST('/api/v1/audio/analyze', { body: { audio_id: id, again } })),
    onSuccess: (status) => showStatus(queryClient, status),
    onError: (error) => toast.failed(sayProblem(error)),
  })
}

/** Stops an analysis that waits or runs. */
export function useCancelAnalysis() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (id: string) =>
      unwrap(api.POST('/api/v1/audio/{id}/analysis/cancel', { params: { path: { id } }, body: {} })),
    onSuccess: (status) => showStatus(queryClient, status),
    onError: (error) => toast.failed(sayProblem(error)),
  })
}

/** Shows wherever the recording is listed how far its analysis is. */
function showStatus(queryClient: QueryClient, status: AnalysisStatus): void {
  changeStatus(queryClient, status.audio_id, () => status)
}

/** The same by what the live channel says, as far as the status is known. */
export function hearProgress(queryClient: QueryClient, { id, state, progress, message }: Progress): void {
  changeStatus(queryClient, id, (known) => ({
    ...known,
    state: state as AnalysisStatus['state'],
    progress,
    failure: state === 'failed' ? (message ?? known.failure) : null,
  }))
}

function changeStatus(
  queryClient: QueryClient,
  id: string,
  change: (known: AnalysisStatus) => AnalysisStatus,
): void {
  queryClient.setQueryData<AnalysisStatus>(keys.analysisStatus(id), (known) => known && change(known))
  changeItems(queryClient, (items) =>
    items.map((item) => (item.audio.id === id ? { ...item, analysis: change(item.analysis) } : item)),
  )
}

/** Takes a recording out of the lists that are loaded, before the server has deleted it. */
export function useTakeOut(): (id: string) => void {
  const queryClient = useQueryClient()
  return (id) => changeItems(queryClient, (items) => items.filter(({ audio }) => audio.id !== id))
}

function changeItems(queryClient: QueryClient, change: (items: LibraryItem[]) => LibraryItem[]): void {
  queryClient.setQueriesData<LibraryPages>(
    { queryKey: keys.libraries },
    (pages) =>
      pages && {
        ...pages,
        pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })),
      },
  )
}
