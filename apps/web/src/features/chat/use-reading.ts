import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { reportRead, showConversation } from './api'
import type { Conversation } from './model'

/** The server is told at most this often (ms). */
const PACE_MS = 1000

/** Tells the server how far I have read: what was in sight while the page was looked at. */
export function useReading({ id, read_number }: Conversation): (number: number) => void {
  const queryClient = useQueryClient()
  const seen = useRef(0)
  const told = useRef(read_number)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    told.current = Math.max(told.current, read_number)
  }, [read_number])
  const tell = useCallback(() => {
    timer.current = undefined
    if (seen.current <= told.current) return
    const number = seen.current
    const before = told.current
    told.current = number
    reportRead(id, number).then(
      (conversation) => showConversation(queryClient, conversation),
      () => {
        // with the next message, or the next look
        told.current = before
      },
    )
  }, [id, queryClient])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      tell()
    },
    [tell],
  )
  return useCallback(
    (number: number) => {
      if (document.hidden || number <= seen.current) return
      seen.current = number
      timer.current ??= setTimeout(tell, PACE_MS)
    },
    [tell],
  )
}
