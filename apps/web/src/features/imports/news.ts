import type { Import } from '@sharemyshows/contract/imports'
import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from '@/lib/keys'
import { onLive, onLiveAgain } from '@/lib/live'
import { isUnderWay } from './model'

/** What an import adds to, or takes from. */
const DIARY = [
  keys.shows,
  keys.dashboard,
  keys.photos,
  keys.audio,
  keys.videos,
  keys.storage,
  keys.audiences,
  keys.playlists,
  keys.moods,
  keys.music,
  keys.session,
] as const

/** Writes down what the server said of an import, wherever it is shown. */
export function told(queryClient: QueryClient, one: Import): void {
  queryClient.setQueryData<Import>(keys.import(one.id), one)
  void queryClient.invalidateQueries({ queryKey: keys.importList })
}

const followed = new Map<string, () => void>()

/** Has every page read the diary again once this import is through, also those one goes to meanwhile. */
export function follow(queryClient: QueryClient, id: string): void {
  if (followed.has(id)) return
  const end = onLive('import_progress', (news) => {
    if (news.id !== id || news.state === 'running') return
    followed.get(id)?.()
    followed.delete(id)
    readDiaryAgain(queryClient)
  })
  followed.set(id, end)
}

function readDiaryAgain(queryClient: QueryClient): void {
  for (const queryKey of DIARY) void queryClient.invalidateQueries({ queryKey })
}

/**
 * The same where one stayed to see it end: the channel may have been silent, and then the page learnt of it by asking.
 */
export function useDiaryReadAgain({ id, state }: Pick<Import, 'id' | 'state'>): void {
  const queryClient = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each end of each import
  useEffect(() => readDiaryAgain(queryClient), [queryClient, id, state])
}

/** Follows what the server says of my imports while they are looked at. */
export function useImportNews(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    const reread = () => void queryClient.invalidateQueries({ queryKey: keys.imports })
    const ends = [
      onLive('import_progress', ({ id, state, progress }) => {
        if (state !== 'running') return reread()
        queryClient.setQueryData<Import>(keys.import(id), (known) =>
          known && isUnderWay(known) ? { ...known, progress } : known,
        )
      }),
      onLiveAgain(reread),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [queryClient])
}
