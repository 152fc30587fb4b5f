import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from '@/lib/keys'
import { watchShow } from '@/lib/live'
import { roomQuery } from './api'

/** The room of a show; while it is closed to me it is asked for again whenever somebody, perhaps I, has answered. */
export function useRoom(showId: string) {
  const queryClient = useQueryClient()
  const query = useQuery(roomQuery(showId))
  const closed = query.error !== null
  useEffect(() => {
    if (!closed) return
    return watchShow(showId, (news) => {
      if (news === 'people' || news === 'everything') {
        void queryClient.invalidateQueries({ queryKey: keys.room(showId) })
      }
    })
  }, [closed, showId, queryClient])
  return query
}
