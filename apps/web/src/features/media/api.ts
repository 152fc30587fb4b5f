import type { Photo } from '@sharemyshows/contract/photos'
import { type QueryClient, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import type { ChosenAudience } from '@/lib/audience'
import { keys } from '@/lib/keys'
import { mediaQuery } from './media-query'
import { type Pages, withMedium } from './pages'

/** The photos of a show that this person may see, in the order they were taken, a hundred at a time. */
export function usePhotosOfShow(showId: string) {
  const path = { show_id: showId }
  return useInfiniteQuery(
    mediaQuery<Photo>(keys.photosOfShow(showId), (query, signal) =>
      unwrap(api.GET('/api/v1/photos/show/{show_id}', { params: { path, query }, signal })),
    ),
  )
}

/** Shows a photo as the server has it now, before the list is read again. */
function showPhoto(queryClient: QueryClient, photo: Photo): void {
  if (photo.show_id === null) return
  queryClient.setQueryData<Pages<Photo>>(
    keys.photosOfShow(photo.show_id),
    (pages) => pages && withMedium(pages, photo),
  )
}

/** Reads all media of a show again, with all that counts or shows them elsewhere; without a show, only the latter. */
export async function rereadMedia(queryClient: QueryClient, showId: string | null): Promise<void> {
  const elsewhere = queryClient.invalidateQueries({ queryKey: keys.soundLab })
  if (showId === null) return elsewhere
  await Promise.all([
    elsewhere,
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
    onSuccess: (photo) => showPhoto(queryClient, photo),
  })
}

/** Has the server prepare a failed photo again. */
export function useRetryPhoto() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id }: Photo) =>
      unwrap(api.POST('/api/v1/photos/{id}/retry', { params: { path: { id } }, body: {} })),
    onSuccess: (photo) => showPhoto(queryClient, photo),
  })
}
