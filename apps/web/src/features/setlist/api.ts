import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { newIdempotencyKey } from '@/lib/idempotency'
import { keys } from '@/lib/keys'
import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { numbered, type Setlist, type Song, UNSENT } from './model'

/** The songs of a show in order. */
export const setlistQuery = (showId: string) =>
  queryOptions({
    queryKey: keys.setlist(showId),
    queryFn: ({ signal }): Promise<Setlist> =>
      unwrap(api.GET('/api/v1/shows/{id}/setlist', { params: { path: { id: showId } }, signal })),
  })

/** What is said of one song. */
export type SongText = { song_name: string; artist_name: string | null; notes: string | null }

type Change = {
  /** What the list looks like before the server has answered. */
  see: (songs: Song[]) => Song[]
  /** Asks the server; may say how the list looks then. */
  send: () => Promise<((songs: Song[]) => Song[]) | undefined>
  /** Changes of one kind that wait for each other: only the last of them is sent. */
  kind?: 'order'
}

/** A setlist being edited: every change is seen at once, sent in turn, and taken back when it fails. */
export function useSetlistChanges(showId: string) {
  const queryClient = useQueryClient()
  const key = keys.setlist(showId)
  const { mutate } = useMutation({
    networkMode: 'always',
    mutationKey: key,
    scope: { id: key.join() },
    onMutate: async ({ see }: Change) => {
      await queryClient.cancelQueries({ queryKey: key })
      const before = queryClient.getQueryData<Setlist>(key)
      write(queryClient, showId, see)
      return before
    },
    mutationFn: async (change: Change) => {
      if (change.kind === 'order' && waiting(queryClient, showId, 'order') > 1) return
      const see = await change.send()
      if (see) write(queryClient, showId, see)
    },
    onError: (error, _change, before) => {
      queryClient.setQueryData(key, before)
      toast.failed(sayProblem(error))
    },
    onSettled: () => {
      if (waiting(queryClient, showId) === 1)
        void queryClient.invalidateQueries({ queryKey: keys.show(showId) })
    },
  })
  const path = { id: showId }

  const add = (song: SongText & { encore: boolean }, at?: number) => {
    const idempotency = newIdempotencyKey()
    const id = `${UNSENT}${idempotency}`
    const body = { ...song, ...(at !== undefined && { song_order: at }) }
    const params = { path, header: { 'Idempotency-Key': idempotency } }
    mutate({
      see: (songs) => songs.toSpliced(at === undefined ? songs.length : at - 1, 0, written(showId, id, song)),
      send: async () => {
        const made: Song = await unwrap(api.POST('/api/v1/shows/{id}/setlist', { params, body }))
        return (songs) =>
          songs.map((other) =>
            other.id === id ? { ...other, id: made.id, artist_name: made.artist_name } : other,
          )
      },
    })
  }
  const change = (id: string, said: Partial<SongText> & { encore?: boolean }) =>
    mutate({
      see: (songs) => songs.map((song) => (song.id === id ? seen(song, said) : song)),
      send: async () => {
        const params = { path: { ...path, song_id: id } }
        const made: Song = await unwrap(
          api.PUT('/api/v1/shows/{id}/setlist/{song_id}', { params, body: said }),
        )
        return (songs) =>
          songs.map((song) => (song.id === id ? { ...made, song_order: song.song_order } : song))
      },
    })
  const remove = (id: string) =>
    mutate({
      see: (songs) => songs.filter((song) => song.id !== id),
      send: async () => {
        const params = { path: { ...path, song_id: id } }
        await unwrap(api.DELETE('/api/v1/shows/{id}/setlist/{song_id}', { params }))
        return undefined
      },
    })
  const reorder = (songs: Song[]) =>
    mutate({
      kind: 'order',
      see: () => songs,
      send: async () => {
        // As it is now: meanwhile added songs have got their ids.
        const order = (queryClient.getQueryData<Setlist>(key)?.items ?? []).map(({ id }) => id)
        await unwrap(api.PATCH('/api/v1/shows/{id}/setlist', { params: { path }, body: { order } }))
        return undefined
      },
    })
  return { add, change, remove, reorder }
}

function write(queryClient: QueryClient, showId: string, see: (songs: Song[]) => Song[]): void {
  queryClient.setQueryData<Setlist>(
    keys.setlist(showId),
    (old) => old && { ...old, items: numbered(see(old.items)) },
  )
}

function waiting(queryClient: QueryClient, showId: string, kind?: Change['kind']): number {
  return queryClient.isMutating({
    mutationKey: keys.setlist(showId),
    predicate: ({ state }) => kind === undefined || (state.variables as Change).kind === kind,
  })
}

// An emptied artist is the headliner again; the server's answer says who that is.
const seen = (song: Song, said: Partial<SongText>): Song => ({
  ...song,
  ...said,
  artist_name: said.artist_name ?? song.artist_name,
})

const written = (show_id: string, id: string, song: SongText & { encore: boolean }): Song => ({
  ...song,
  id,
  show_id,
  song_order: 0,
  artist_name: song.artist_name ?? '',
  created_at: '',
  updated_at: '',
})
