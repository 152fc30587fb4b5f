import type { LibrarySync } from '@sharemyshows/contract/library-sync'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from '@/lib/keys'
import { onLive, onLiveAgain } from '@/lib/live'
import { isUnderWay } from './model'

/** Keeps in step with how far fetching is; everything but a step forward is read anew. */
export function useSyncNews(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    const reread = () => void queryClient.invalidateQueries({ queryKey: keys.librarySync })
    const ends = [
      onLive('sync_progress', ({ id, state, progress }) => {
        const known = queryClient.getQueryData<LibrarySync | null>(keys.librarySync)
        if (known?.id !== id || state !== 'running' || !isUnderWay(known)) return reread()
        const done = known.total === null ? known.done : Math.round(progress * known.total)
        queryClient.setQueryData<LibrarySync>(keys.librarySync, { ...known, state, progress, done })
      }),
      onLiveAgain(reread),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [queryClient])
}
