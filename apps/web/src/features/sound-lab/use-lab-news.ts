import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from '@/lib/keys'
import { onLive, onLiveAgain } from '@/lib/live'
import { hearProgress } from './api'
import { isAtWork } from './model'

/** Many end at the same moment; one look is enough for all of them (ms). */
const GATHER_MS = 400

/** Keeps the page in step with the server: how far analyses are, and anew what was found once one has ended. */
export function useLabNews(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const reread = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        void queryClient.invalidateQueries({ queryKey: keys.soundLab })
        void queryClient.invalidateQueries({ queryKey: keys.audio })
      }, GATHER_MS)
    }
    const ends = [
      onLive('analysis_status', (news) => {
        hearProgress(queryClient, news)
        if (!isAtWork({ state: news.state as 'done' })) reread()
      }),
      onLive('upload_progress', ({ state }) => {
        if (state !== 'processing') reread()
      }),
      onLiveAgain(reread),
    ]
    return () => {
      clearTimeout(timer)
      for (const end of ends) end()
    }
  }, [queryClient])
}
