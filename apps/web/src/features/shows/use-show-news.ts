import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from '@/lib/keys'
import { type ShowNews, watchShow } from '@/lib/live'

const mediaOf = (id: string): QueryKey[] => [
  keys.photosOfShow(id),
  keys.audioOfShow(id),
  keys.videosOfShow(id),
]

/** What is read again when a part of a show has changed; its counts stand on the show itself. */
const READ_AGAIN: Record<ShowNews, (id: string) => QueryKey[]> = {
  facts: (id) => [keys.show(id)],
  people: (id) => [keys.attendees(id), keys.event(id)],
  setlist: (id) => [keys.setlist(id)],
  media: mediaOf,
  comments: (id) => [keys.comments(id)],
  everything: (id) => [keys.show(id), ...mediaOf(id), keys.comments(id)],
}

/** Keeps an open page of a show true while others change it. */
export function useShowNews(showId: string): void {
  const queryClient = useQueryClient()
  useEffect(() => watchShow(showId, (news) => reread(queryClient, showId, news)), [queryClient, showId])
}

function reread(queryClient: QueryClient, showId: string, news: ShowNews): void {
  const show = { queryKey: keys.show(showId), exact: true }
  if (queryClient.isMutating({ mutationKey: keys.show(showId), exact: true }) === 0)
    void queryClient.invalidateQueries(show)
  for (const queryKey of READ_AGAIN[news](showId)) {
    // my own change is on its way: what the server says now would take it back for a moment
    if (queryClient.isMutating({ mutationKey: queryKey }) > 0) continue
    void queryClient.invalidateQueries({ queryKey })
  }
}
