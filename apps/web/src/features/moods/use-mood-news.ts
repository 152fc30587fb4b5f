import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from '@/lib/keys'
import { onLive, onLiveAgain } from '@/lib/live'

/** Has the page read my moods again when one was written down or corrected on another. */
export function useMoodNews(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    const reread = () => void queryClient.invalidateQueries({ queryKey: keys.moods })
    const ends = [onLive('mood', reread), onLiveAgain(reread)]
    return () => {
      for (const end of ends) end()
    }
  }, [queryClient])
}
