import type { QueryClient } from '@tanstack/react-query'
import { keys } from '@/lib/keys'
import { onLive, onLiveAgain } from '@/lib/live'
import { onArrival } from './sending'

/** In a lively hour the lists are read again at most this often (ms). */
const GATHER_MS = 500

/** Keeps lists of conversations and the count of what is unread true while others write. Returns the end of it. */
export function followConversations(queryClient: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const reread = () => {
    timer = undefined
    for (const queryKey of [keys.conversationList, keys.conversationsWith]) {
      void queryClient.invalidateQueries({ queryKey })
    }
  }
  const rereadSoon = () => {
    timer ??= setTimeout(reread, GATHER_MS)
  }
  const ends = [
    onLive('conversation_changed', ({ conversation_id, unread }) => {
      queryClient.setQueryData<number>(keys.unreadMessages, unread)
      for (const queryKey of [keys.conversation(conversation_id), keys.rooms]) {
        void queryClient.invalidateQueries({ queryKey })
      }
      rereadSoon()
    }),
    onArrival(rereadSoon),
    onLiveAgain(() => void queryClient.invalidateQueries({ queryKey: keys.chat })),
    () => clearTimeout(timer),
  ]
  return () => {
    for (const end of ends) end()
  }
}
