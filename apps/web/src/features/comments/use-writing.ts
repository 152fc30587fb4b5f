import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { keep, readKept } from '@/lib/kept'
import { postComment } from './api'
import { Outbox } from './outbox'

// One for each person and show, for as long as the app is open: a tab of the page comes and goes meanwhile.
const outboxes = new Map<string, Outbox>()

/** My comments of this show that are still on their way. */
export function useOutbox(showId: string, myId: string) {
  const queryClient = useQueryClient()
  const key = `unsent-comments:${myId}:${showId}`
  const [outbox] = useState(() => {
    const found = outboxes.get(key)
    if (found) return found
    const shelf = { read: () => readKept(key), keep: (text: string) => keep(key, text) }
    const made = new Outbox((unsent) => postComment(queryClient, showId, unsent), shelf)
    outboxes.set(key, made)
    return made
  })
  return { outbox, unsent: useSyncExternalStore(outbox.subscribe, outbox.list) }
}

/** What I have begun to write under this show, kept on this device until it is sent. */
export function useDraft(showId: string, myId: string): [text: string, write: (text: string) => void] {
  const key = `comment-draft:${myId}:${showId}`
  const [text, setText] = useState(() => readKept(key) ?? '')
  const write = useCallback(
    (next: string) => {
      setText(next)
      keep(key, next)
    },
    [key],
  )
  return [text, write]
}
