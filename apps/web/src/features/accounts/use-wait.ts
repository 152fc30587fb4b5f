import { useEffect, useState } from 'react'

const SECOND_MS = 1000

/** Seconds left of a wait that the server named; `begin` starts one anew. It follows the clock, not the ticks. */
export function useWait(seconds: number): [left: number, begin: (seconds: number) => void] {
  const [until, setUntil] = useState(() => Date.now() + seconds * SECOND_MS)
  const [now, setNow] = useState(Date.now)
  const left = Math.max(0, Math.ceil((until - now) / SECOND_MS))
  const waiting = left > 0
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [waiting])
  const begin = (next: number) => {
    setNow(Date.now())
    setUntil(Date.now() + next * SECOND_MS)
  }
  return [left, begin]
}
