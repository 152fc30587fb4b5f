import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from '@/lib/keys'
import { onLive, onLiveAgain } from '@/lib/live'

/** Many come at the same moment; one look is enough for all of them (ms). */
const GATHER_MS = 600

/** Has the page read its music again when a recording arrived, was listened to, or songs were fetched. */
export function useMusicNews(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const reread = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: keys.music }), GATHER_MS)
    }
    const ends = [
      onLive('analysis_status', ({ state }) => (state === 'done' || state === 'failed') && reread()),
      onLive('upload_progress', ({ state }) => state !== 'processing' && reread()),
      onLive('sync_progress', reread),
      onLiveAgain(reread),
    ]
    return () => {
      clearTimeout(timer)
      for (const end of ends) end()
    }
  }, [queryClient])
}
