import { useEffect, useEffectEvent, useState } from 'react'
import { type Conversation, countNew, type Known } from './model'

/**
 * The last number before what is new, where the line is drawn: what I had not read when the conversation was opened, or
 * what came while the page was out of sight. Null when nothing is.
 */
export function useNewAfter({ read_number }: Conversation, { messages }: Known, myId: string) {
  const [newAfter, setNewAfter] = useState(() =>
    countNew(messages, read_number, myId) > 0 ? read_number : null,
  )
  const last = messages.at(-1)
  const onVisibility = useEffectEvent(() => {
    if (document.hidden) setNewAfter(last?.number ?? 0)
    else if (newAfter !== null && (last?.number ?? 0) <= newAfter) setNewAfter(null)
  })
  useEffect(() => {
    const listen = () => onVisibility()
    document.addEventListener('visibilitychange', listen)
    return () => document.removeEventListener('visibilitychange', listen)
  }, [])
  // whoever answers has read it
  if (newAfter !== null && last !== undefined && last.number > newAfter && last.user?.id === myId)
    setNewAfter(null)
  return newAfter
}
