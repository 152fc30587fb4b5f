import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, unwrap } from '@/lib/api'
import { newIdempotencyKey } from '@/lib/idempotency'
import { keys } from '@/lib/keys'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { isSong, type NewSong, numbered, type Setlist, type Song, type SongText, UNSENT } from './model'

type See = (songs: Song[]) => Song[]
type Change = {
  /** What the list looks like before the server has answered. */
  see: See
  /** Asks the server; may say how the list looks then. */
  send: () => Promise<See | undefined>
  /** Of several new orders that wait in a row, only the last is sent. */
  kind?: 'order'
}

export type SetlistChanges = ReturnType<typeof useSetlistChanges>

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
      if (change.kind === 'order' && nextOf(queryClient, showId)?.kind === 'order') return
      const see = await change.send()
      if (see) write(queryClient, showId, see)
    },
    onError: (error, _change, before) => {
      queryClient.setQueryData(key, before)
      toast.failed(sayFailure(error))
    },
    // The list belongs to the show's key; after a failure it is read again with it.
    onSettled: () => {
      if (queryClient.isMutating({ mutationKey: key }) === 1)
        void queryClient.invalidateQueries({ queryKey: keys.show(showId) })
    },
  })
  return useMemo(() => changesOf(showId, mutate), [showId, mutate])
}

/** Ids that songs got from the server, by those they had until then. */
const made = new Map<string, string>()
const sentId = ({ id }: Song): string => made.get(id) ?? id

function changesOf(showId: string, mutate: (change: Change) => void) {
  const path = { id: showId }
  return {
    add(song: NewSong, at?: number) {
      const idempotency = newIdempotencyKey()
      const id = `${UNSENT}${idempotency}`
      const body = { ...song, ...(at !== undefined && { song_order: at }) }
      const params = { path, header: { 'Idempotency-Key': idempotency } }
      mutate({
        see: (songs) =>
          songs.toSpliced(at === undefined ? songs.length : at - 1, 0, unsent(showId, id, song)),
        send: async () => {
          const answer: Song = await unwrap(api.POST('/api/v1/shows/{id}/setlist', { params, body }))
          made.set(id, answer.id)
          return (songs) =>
            songs.map((other) =>
              other.id === id ? { ...other, id: answer.id, artist_name: answer.artist_name } : other,
            )
        },
      })
    },

    change(song: Song, said: SongText) {
      mutate({
        see: (songs) => songs.map((other) => (other.id === song.id ? seen(other, said) : other)),
        send: async () => {
          const params = { path: { ...path, song_id: sentId(song) } }
          const answer: Song = await unwrap(
            api.PUT('/api/v1/shows/{id}/setlist/{song_id}', { params, body: said }),
          )
          return (songs) =>
            songs.map((other) =>
              other.id === answer.id ? { ...answer, encore: other.encore, set: other.set } : other,
            )
        },
      })
    },

    remove(song: Song) {
      mutate({
        see: (songs) => songs.filter(({ id }) => id !== song.id),
        send: async () => {
          const params = { path: { ...path, song_id: sentId(song) } }
          await unwrap(api.DELETE('/api/v1/shows/{id}/setlist/{song_id}', { params }))
          return undefined
        },
      })
    },

    /** Puts all songs in this order, each in its set. */
    arrange(songs: readonly Song[]) {
      mutate({
        kind: 'order',
        see: () => [...songs],
        send: async () => {
          const body = {
            songs: songs.map((song) => ({ id: sentId(song), encore: song.encore, set: song.set })),
          }
          await unwrap(api.PATCH('/api/v1/shows/{id}/setlist', { params: { path }, body }))
          return undefined
        },
      })
    },

    /** Writes the list anew, songs that stay by themselves and others written out, instead of what is there now. */
    rewrite(next: readonly (Song | NewSong)[], now: readonly Song[]) {
      mutate({
        see: () =>
          next.map((song, index) => (isSong(song) ? song : unsent(showId, `${UNSENT}${index}`, song))),
        send: async () => {
          const songs = next.map((song) => (isSong(song) ? { id: sentId(song) } : song))
          const body = { songs, instead_of: now.map(sentId) }
          const { items }: Setlist = await unwrap(
            api.PUT('/api/v1/shows/{id}/setlist', { params: { path }, body }),
          )
          return () => items
        },
      })
    },
  }
}

function write(queryClient: QueryClient, showId: string, see: See): void {
  queryClient.setQueryData<Setlist>(
    keys.setlist(showId),
    (old) => old && { ...old, items: numbered(see(old.items)) },
  )
}

/** The change that waits behind the one being sent. */
function nextOf(queryClient: QueryClient, showId: string): Change | undefined {
  const waiting = queryClient
    .getMutationCache()
    .findAll({ mutationKey: keys.setlist(showId), status: 'pending' })
  return waiting[1]?.state.variables as Change | undefined
}

/** A failure as a sentence for people. */
export const sayFailure = (error: unknown): string =>
  error instanceof ApiProblem && error.code === 'order_outdated'
    ? 'Somebody else changed the setlist. Here it is as it is now; your last change was not made.'
    : sayProblem(error)

// An emptied artist is the headliner again; the server's answer says who that is.
const seen = (song: Song, said: SongText): Song => ({
  ...song,
  ...said,
  artist_name: said.artist_name ?? song.artist_name,
})

const unsent = (show_id: string, id: string, song: NewSong): Song => ({
  ...song,
  id,
  show_id,
  song_order: 0,
  artist_name: song.artist_name ?? '',
  created_at: '',
  updated_at: '',
})
