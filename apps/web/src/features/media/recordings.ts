import type { Audio, Waveform } from '@sharemyshows/contract/audio'
import type { Video } from '@sharemyshows/contract/videos'
import {
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import type { ChosenAudience } from '@/lib/audience'
import { keys } from '@/lib/keys'
import { mediaQuery } from './media-query'
import { type Pages, withMedium } from './pages'

export type Recording = Audio | Video

/** The sound of a show that this person may hear, in the order it was recorded. */
export function useAudioOfShow(showId: string) {
  const path = { show_id: showId }
  return useInfiniteQuery(
    mediaQuery<Audio>(keys.audioOfShow(showId), (query, signal) =>
      unwrap(api.GET('/api/v1/audio/show/{show_id}', { params: { path, query }, signal })),
    ),
  )
}

/** The videos of a show that this person may see, in the order they were taken. */
export function useVideosOfShow(showId: string) {
  const path = { show_id: showId }
  return useInfiniteQuery(
    mediaQuery<Video>(keys.videosOfShow(showId), (query, signal) =>
      unwrap(api.GET('/api/v1/videos/show/{show_id}', { params: { path, query }, signal })),
    ),
  )
}

/** The peaks of a recording; they never change. */
export const waveformQuery = (id: string) =>
  queryOptions({
    queryKey: keys.waveform(id),
    queryFn: ({ signal }): Promise<Waveform> =>
      unwrap(api.GET('/api/v1/audio/{id}/waveform', { params: { path: { id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })

type Change = { recording: Recording; caption: string | null; audience?: ChosenAudience }

/** Changes the title or who hears or sees it; shown at once, and taken back should the server say no. */
export function useChangeRecording() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ recording: { id, kind }, ...body }: Change): Promise<Recording> =>
      kind === 'audio'
        ? unwrap(api.PUT('/api/v1/audio/{id}', { params: { path: { id } }, body }))
        : unwrap(api.PUT('/api/v1/videos/{id}', { params: { path: { id } }, body })),
    onMutate: ({ recording, caption, audience = recording.audience }) =>
      showRecording(queryClient, { ...recording, title: caption, caption, audience }),
    onSuccess: (recording) => showRecording(queryClient, recording),
    onError: (_error, { recording }) => showRecording(queryClient, recording),
  })
}

/** Has the server prepare a failed one again. */
export function useRetryRecording() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, kind }: Recording): Promise<Recording> =>
      kind === 'audio'
        ? unwrap(api.POST('/api/v1/audio/{id}/retry', { params: { path: { id } }, body: {} }))
        : unwrap(api.POST('/api/v1/videos/{id}/retry', { params: { path: { id } }, body: {} })),
    onSuccess: (recording) => showRecording(queryClient, recording),
  })
}

function showRecording(queryClient: QueryClient, recording: Recording): void {
  if (recording.show_id === null) return
  const listOf = recording.kind === 'audio' ? keys.audioOfShow : keys.videosOfShow
  queryClient.setQueryData<Pages<Recording>>(
    listOf(recording.show_id),
    (pages) => pages && withMedium(pages, recording),
  )
}
