import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { rereadMedia } from './api'
import { type Pages, withoutMedia } from './pages'

/** The server takes this many at once. */
const AT_ONCE = 200

type Noun = 'photo' | 'recording' | 'video'

/** What is deleted or moved: ids of one kind, and the show they are at. */
export type MediaSet = { showId: string; ids: readonly string[]; noun: Noun }
/** The same where it may be at none. */
type AnySet = Omit<MediaSet, 'showId'> & { showId: string | null }

const sayCount = ({ ids, noun }: AnySet) => (ids.length === 1 ? `1 ${noun}` : `${ids.length} ${noun}s`)

const sayDeleted = (set: AnySet) => {
  const deleted = set.ids.length === 1 ? set.noun : sayCount(set)
  return `${deleted[0]?.toUpperCase()}${deleted.slice(1)} deleted`
}

/** Deletes media at once, with a way back for as long as the message stands. */
export function useDeleteMedia() {
  const queryClient = useQueryClient()
  const restore = useMutation({
    networkMode: 'always',
    mutationFn: ({ ids }: AnySet) =>
      inParts(ids, (some) => unwrap(api.POST('/api/v1/media/restore', { body: { ids: some } }))),
    onError: (error) => toast.failed(sayProblem(error)),
    onSettled: (_done, _error, { showId }) => rereadMedia(queryClient, showId),
  })
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ ids }: AnySet) =>
      inParts(ids, (some) => unwrap(api.POST('/api/v1/media/delete', { body: { ids: some } }))),
    onMutate: (set) => takeOut(queryClient, set),
    onSuccess: (_done, set) =>
      toast.done(sayDeleted(set), { label: 'Undo', onClick: () => restore.mutate(set) }),
    onError: (error) => toast.failed(sayProblem(error)),
    onSettled: (_done, _error, { showId }) => rereadMedia(queryClient, showId),
  })
}

/** Moves media to another show, with a way back. */
export function useMoveMedia() {
  const queryClient = useQueryClient()
  const move = ({ ids }: MediaSet, show_id: string) =>
    inParts(ids, (some) => unwrap(api.POST('/api/v1/media/move', { body: { ids: some, show_id } })))
  const reread = (...shows: string[]) => Promise.all(shows.map((id) => rereadMedia(queryClient, id)))
  const back = useMutation({
    networkMode: 'always',
    mutationFn: ({ set }: { set: MediaSet; to: string }) => move(set, set.showId),
    onError: (error) => toast.failed(sayProblem(error)),
    onSettled: (_done, _error, { set, to }) => reread(set.showId, to),
  })
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ set, to }: { set: MediaSet; to: { id: string; name: string } }) => move(set, to.id),
    onSuccess: async (_done, { set, to }) => {
      takeOut(queryClient, set)
      const undo = () => back.mutate({ set, to: to.id })
      toast.done(`${sayCount(set)} moved to ${to.name}`, { label: 'Undo', onClick: undo })
    },
    onSettled: (_done, _error, { set, to }) => reread(set.showId, to.id),
  })
}

async function inParts(ids: readonly string[], send: (some: string[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) await send(ids.slice(from, from + AT_ONCE))
}

const LISTS = { photo: keys.photosOfShow, recording: keys.audioOfShow, video: keys.videosOfShow }

function takeOut(queryClient: QueryClient, { showId, ids, noun }: AnySet): void {
  if (showId === null) return
  queryClient.setQueryData<Pages<{ id: string }>>(
    LISTS[noun](showId),
    (pages) => pages && withoutMedia(pages, ids),
  )
}
