import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, unwrap } from '@/lib/api'
import { idempotencyKeys } from '@/lib/idempotency'
import { keys } from '@/lib/keys'
import type { NewSong, Setlist, Song } from './model'

/** Many songs at once are not shown before the server has taken them: what was pasted stays until then. */
function useBulk<Wish>(showId: string, ask: (wish: Wish, key: string) => Promise<(songs: Song[]) => Song[]>) {
  const queryClient = useQueryClient()
  const key = keys.setlist(showId)
  const [keyOf] = useState(idempotencyKeys)
  return useMutation({
    networkMode: 'always',
    scope: { id: key.join() },
    mutationFn: (wish: Wish) => ask(wish, keyOf(wish)),
    onSuccess: async (see) => {
      await queryClient.cancelQueries({ queryKey: key })
      queryClient.setQueryData<Setlist>(key, (old) => old && { ...old, items: see(old.items) })
      void queryClient.invalidateQueries({ queryKey: keys.show(showId) })
    },
  })
}

/** Adds songs at the end, or writes them instead of those there are. */
export function usePaste(showId: string) {
  return useBulk(showId, async ({ songs, instead_of }: { songs: NewSong[]; instead_of?: string[] }, key) => {
    const params = { path: { id: showId } }
    if (instead_of) {
      const body = { songs, instead_of }
      const { items }: Setlist = await unwrap(api.PUT('/api/v1/shows/{id}/setlist', { params, body }))
      return () => items
    }
    const { items }: Setlist = await unwrap(
      api.POST('/api/v1/shows/{id}/setlist/songs', {
        params: { ...params, header: { 'Idempotency-Key': key } },
        body: { songs },
      }),
    )
    return (old) => [...old, ...items]
  })
}

/** Copies the setlist of another show. */
export function useCopy(showId: string) {
  return useBulk(showId, async (body: { from_show_id: string; mode?: 'append' | 'replace' }, key) => {
    const params = { path: { id: showId }, header: { 'Idempotency-Key': key } }
    const { items }: Setlist = await unwrap(api.POST('/api/v1/shows/{id}/setlist/copy', { params, body }))
    return () => items
  })
}

export type SetlistTake = {
  provider: 'setlistfm'
  external_id: string
  songs: NewSong[]
  mode?: 'append' | 'replace'
}

/** Takes songs of a setlist that others wrote down elsewhere. */
export function useTake(showId: string) {
  return useBulk(showId, async (body: SetlistTake, key) => {
    const params = { path: { id: showId }, header: { 'Idempotency-Key': key } }
    const { items }: Setlist = await unwrap(api.POST('/api/v1/shows/{id}/setlist/taken', { params, body }))
    return () => items
  })
}
