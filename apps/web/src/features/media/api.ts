import type { Photo } from '@sharemyshows/contract/photos'
import { type QueryClient, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import type { ChosenAudience } from '@/lib/audience'
import { keys } from '@/lib/keys'
import { itemsIn, type Page, type Pages, withMedium } from './pages'

const PAGE = 100
/** While something is being prepared, asked this often: the live channel may be down. */
const POLL_MS = 5000

/** The photos of a show that this person may see, in the order they were taken, a hundred at a time. */
export function usePhotosOfShow(showId: string) {
  return useInfiniteQuery({
    queryKey: keys.photosOfShow(showId),
    queryFn: ({ pageParam: cursor, signal }): Promise<Page<Photo>> =>
      unwrap(
        api.GET('/api/v1/photos/show/{show_id}', {
          params: { path: { show_id: showId }, query: { limit: PAGE, cursor } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    refetchInterval: ({ state }) =>
      itemsIn(state.data).some((photo) => photo.state === 'processing') ? POLL_MS : false,
  })
}

/** Shows a photo that the server has just taken, before the list is read again. */
export function showNewPhoto(queryClient: QueryClient, photo: Photo): void {
  if (photo.show_id === null) return
  queryClient.setQueryData<Pages<Photo>>(
    keys.photosOfShow(photo.show_id),
    (pages) => pages && withMedium(pages, photo),
  )
}

/** Reads all media of a show again, with all that counts or shows them elsewhere. */
export async function rereadMedia(queryClient: QueryClient, showId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.photosOfShow(showId) }),
    queryClient.invalidateQueries({ queryKey: keys.audioOfShow(showId) }),
    queryClient.invalidateQueries({ queryKey: keys.videosOfShow(showId) }),
    queryClient.invalidateQueries({ queryKey: keys.shows }),
  ])
}

/** Changes the caption or who sees the photo. */
export function useChangePhoto() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, ...body }: { id: string; caption: string | null; audience?: ChosenAudience }) =>
      unwrap(api.PUT('/api/v1/photos/{id}', { params: { path: { id } }, body })),
    onSuccess: (photo) => showNewPhoto(queryClient, photo),
  })
}

/** Has the server prepare a failed photo again. */
export function useRetryPhoto() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id }: Photo) =>
      unwrap(api.POST('/api/v1/photos/{id}/retry', { params: { path: { id } }, body: {} })),
    onSuccess: (photo) => showNewPhoto(queryClient, photo),
  })
}
