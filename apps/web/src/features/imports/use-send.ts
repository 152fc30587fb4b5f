import type { Import } from '@sharemyshows/contract/imports'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { isAbort, sayProblem } from '@/lib/problem'
import { told } from './news'
import { type Sent, sendImport } from './send'

/** What is on its way to the server: its name, and the share of it that has left. */
export type OnItsWay = { name: string; share: number }

/** Sends one file at a time; ends with the page that began it. `onRead` may leave that page: nothing is on its way then. */
export function useSend(onRead: (one: Import) => void) {
  const queryClient = useQueryClient()
  const [onItsWay, setOnItsWay] = useState<OnItsWay>()
  const [problem, setProblem] = useState<string>()
  const [received, setReceived] = useState<Import>()
  const running = useRef<AbortController>(undefined)
  const open = useEffectEvent(onRead)
  useEffect(() => {
    if (received) open(received)
  }, [received])
  useEffect(() => () => running.current?.abort(), [])

  const send = async (sent: Sent) => {
    const controller = new AbortController()
    running.current?.abort()
    running.current = controller
    const name = sent.file?.name ?? sent.username ?? ''
    setProblem(undefined)
    setOnItsWay({ name, share: 0 })
    try {
      const { signal } = controller
      const one = await sendImport(sent, { signal, onShare: (share) => setOnItsWay({ name, share }) })
      told(queryClient, one)
      setOnItsWay(undefined)
      setReceived(one)
    } catch (error) {
      if (running.current !== controller) return
      setOnItsWay(undefined)
      if (!isAbort(error)) setProblem(sayProblem(error))
    }
  }
  return { onItsWay, problem, send, stop: () => running.current?.abort() }
}
