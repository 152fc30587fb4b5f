import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { keys } from '@/lib/keys'
import { joinChat } from '@/lib/live'
import { presentQuery, readMessages } from './api'
import { type Conversation, NOTHING } from './model'
import { comeOrGone } from './presence'
import { onArrival } from './sending'
import { type Presence, Thread, type ThreadState } from './thread'

const LOADING: ThreadState = { phase: 'loading', known: NOTHING, earlier: 'idle' }
const nothing = () => () => undefined

/** What is said in a conversation, for as long as it is on the page. */
export function useThread({ id, show }: Conversation): { thread: Thread | undefined; state: ThreadState } {
  const queryClient = useQueryClient()
  const [thread, setThread] = useState<Thread>()
  const showId = show?.id
  useEffect(() => {
    const onPresence = (news: Presence) => {
      if (showId === undefined) return
      queryClient.setQueryData(presentQuery(showId).queryKey, (old) => old && comeOrGone(old, news))
    }
    const made = new Thread({
      read: (ask) => readMessages(id, ask),
      join: (ears) => joinChat(id, ears),
      onPresence,
    })
    setThread(made)
    const endArrivals = onArrival((message) => message.conversation_id === id && made.add(message))
    return () => {
      endArrivals()
      made.close()
      setThread(undefined)
    }
  }, [id, showId, queryClient])
  const state = useSyncExternalStore(thread?.subscribe ?? nothing, thread?.read ?? (() => LOADING))
  const closed = state.phase === 'closed'
  useEffect(() => {
    // whoever shows this conversation learns by asking why it is closed
    if (closed) void queryClient.invalidateQueries({ queryKey: keys.chat })
  }, [closed, queryClient])
  return { thread, state }
}
