import type { Mood } from '@sharemyshows/contract/moods'
import type { Playlist, WholePlaylist } from '@sharemyshows/contract/playlists'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

type PlaylistPage = { items: Playlist[]; next_cursor: string | null }

/** My playlists, the last changed first. */
export const playlistsQuery = infiniteQueryOptions({
  queryKey: keys.playlistList,
  queryFn: ({ pageParam: cursor, signal }): Promise<PlaylistPage> =>
    unwrap(api.GET('/api/v1/playlists', { params: { query: { limit: 50, cursor } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
})

/** A playlist with its tracks. */
export const playlistQuery = (id: string) =>
  queryOptions({
    queryKey: keys.playlist(id),
    queryFn: ({ signal }): Promise<WholePlaylist> =>
      unwrap(api.GET('/api/v1/playlists/{id}', { params: { path: { id } }, signal })),
  })

/** What a playlist begins with: tracks, or those that were played in a mood. */
export type PlaylistDraft = {
  name: string
  description?: string
  track_ids?: string[]
  from?: { mood: Mood; days: number; limit: number }
}
type Asked = { draft: PlaylistDraft; key: string }

/** Makes a playlist; the key is the same for as long as the draft is, so that a second try makes no second one. */
export function useMakePlaylist() {
  const show = useShown()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ draft, key }: Asked): Promise<WholePlaylist> =>
      unwrap(api.POST('/api/v1/playlists', { params: { header: { 'Idempotency-Key': key } }, body: draft })),
    onSuccess: show,
  })
}

type Change = { name?: string; description?: string; track_ids?: string[]; base?: string }

/** Changes what a playlist is called, or its tracks. */
export const changePlaylist = (id: string, body: Change): Promise<WholePlaylist> =>
  unwrap(api.PUT('/api/v1/playlists/{id}', { params: { path: { id } }, body }))

/** The same, and shows it. */
export function useChangePlaylist(id: string) {
  const show = useShown()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: Change) => changePlaylist(id, body),
    onSuccess: show,
  })
}

/** Puts tracks at the end of a playlist. */
export function useAddToPlaylist() {
  const show = useShown()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, track_ids }: { id: string; track_ids: string[] }): Promise<WholePlaylist> =>
      unwrap(api.POST('/api/v1/playlists/{id}/tracks', { params: { path: { id } }, body: { track_ids } })),
    onSuccess: show,
  })
}

/** Deletes a playlist. */
export function useRemovePlaylist() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/playlists/{id}', { params: { path: { id } } })),
    onSuccess: (_, id) => {
      queryClient.removeQueries({ queryKey: keys.playlist(id) })
      return queryClient.invalidateQueries({ queryKey: keys.playlistList })
    },
  })
}

/** Sends a playlist to Spotify, or again what changed. */
export function useSendPlaylist(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: () =>
      unwrap(api.POST('/api/v1/playlists/{id}/spotify', { params: { path: { id } }, body: {} })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.playlists }),
  })
}

/** Where a playlist is had as M3U. */
export const m3uOf = (id: string): string => `/api/v1/playlists/${id}/m3u`

function useShown(): (whole: WholePlaylist) => void {
  const queryClient = useQueryClient()
  return (whole) => {
    queryClient.setQueryData(keys.playlist(whole.id), whole)
    void queryClient.invalidateQueries({ queryKey: keys.playlistList })
  }
}
