import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onLive, onLiveAgain } from '@/lib/live'
import { rereadMedia } from './api'

/** Many end at the same moment; one look at the list is enough for all of them. */
const GATHER_MS = 400

/** Reads the media of a show again when one of mine has been prepared, and after the live channel was away. */
export function useMediaNews(showId: string): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const reread = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void rereadMedia(queryClient, showId), GATHER_MS)
    }
    const ends = [
      onLive('upload_progress', ({ state }) => {
        if (state !== 'processing') reread()
      }),
      onLiveAgain(reread),
    ]
    return () => {
      clearTimeout(timer)
      for (const end of ends) end()
    }
  }, [queryClient, showId])
}
