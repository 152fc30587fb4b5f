import type { Listen } from '@sharemyshows/contract/listens'
import type { Mood } from '@sharemyshows/contract/moods'
import type { MusicSummary, Track } from '@sharemyshows/contract/music'
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
import type { MusicAsk } from './address'

type TrackPage = { items: Track[]; next_cursor: string | null }
type TrackPages = InfiniteData<TrackPage, string | undefined>

const PAGE = 50
/** While features are awaited, asked this often (ms): the live channel may be down. */
const POLL_MS = 10_000

/** My tracks, page by page. */
export const musicQuery = (ask: MusicAsk, limit = PAGE) =>
  infiniteQueryOptions({
    queryKey: keys.musicList({ ...ask, limit }),
    queryFn: ({ pageParam: cursor, signal }): Promise<TrackPage> =>
      unwrap(api.GET('/api/v1/music/library', { params: { query: { ...ask, limit, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    refetchInterval: ({ state }) => (tracksIn(state.data).some(isBeingHeard) ? POLL_MS : false),
  })

/** All that is loaded. */
export const tracksIn = (pages: Pick<TrackPages, 'pages'> | undefined): Track[] =>
  pages?.pages.flatMap(({ items }) => items) ?? []

const isBeingHeard = ({ source, features }: Track): boolean =>
  source !== 'spotify' && features.state === 'awaited'

/** How many tracks there are, and of what kind. */
export const musicSummaryQuery = queryOptions({
  queryKey: keys.musicSummary,
  queryFn: ({ signal }): Promise<MusicSummary> => unwrap(api.GET('/api/v1/music/summary', { signal })),
})

/** What I played in the last days, the newest first. */
export const listensQuery = (ask: { days: number; mood?: Mood | undefined }) =>
  infiniteQueryOptions({
    queryKey: keys.listens(ask),
    queryFn: ({ pageParam: cursor, signal }): Promise<{ items: Listen[]; next_cursor: string | null }> =>
      unwrap(api.GET('/api/v1/music/listens', { params: { query: { ...ask, limit: 20, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  })

type TrackChange = { id: string; name: string; artist: string | null; album: string | null }

/** Puts right what a track is called. */
export function useRenameTrack() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, ...body }: TrackChange): Promise<Track> =>
      unwrap(api.PATCH('/api/v1/music/library/{id}', { params: { path: { id } }, body })),
    onSuccess: (track) => {
      changeLists(queryClient, (items) => items.map((one) => (one.id === track.id ? track : one)))
      void queryClient.invalidateQueries({ queryKey: keys.playlists })
    },
  })
}

/** Takes a track out of my music, and in again where that was a mistake. */
export function useLeaveOut(): (track: Track) => void {
  const queryClient = useQueryClient()
  const reread = () => {
    void queryClient.invalidateQueries({ queryKey: keys.music })
    void queryClient.invalidateQueries({ queryKey: keys.playlists })
  }
  const failed = (error: unknown) => toast.failed(sayProblem(error))
  const takeIn = useMutation({
    networkMode: 'always',
    mutationFn: (id: string) =>
      unwrap(api.POST('/api/v1/music/library/{id}/restore', { params: { path: { id } }, body: {} })),
    onError: failed,
    onSettled: reread,
  })
  const leaveOut = useMutation({
    networkMode: 'always',
    mutationFn: ({ id }: Track) =>
      unwrap(api.DELETE('/api/v1/music/library/{id}', { params: { path: { id } } })),
    onMutate: ({ id }) => changeLists(queryClient, (items) => items.filter((one) => one.id !== id)),
    onSuccess: (_, { id, name }) =>
      toast.done(`${name} is out of your music`, { label: 'Undo', onClick: () => takeIn.mutate(id) }),
    onError: failed,
    onSettled: reread,
  })
  return leaveOut.mutate
}

/** Plays a song of Spotify's on the device that is active there, or says why it does not. */
export function usePlayAtSpotify() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (track_id: string) => unwrap(api.POST('/api/v1/music/play', { body: { track_id } })),
    onSuccess: ({ message }) => {
      toast.done(message)
      void queryClient.invalidateQueries({ queryKey: keys.nowPlaying })
    },
    onError: (error) => toast.failed(sayProblem(error)),
  })
}

function changeLists(queryClient: QueryClient, change: (items: Track[]) => Track[]): void {
  queryClient.setQueriesData<TrackPages>(
    { queryKey: keys.musicLists },
    (pages) =>
      pages && { ...pages, pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })) },
  )
}
