import { useCallback, useEffect, useRef, useState } from 'react'

const IDLE_MS = 2600

/** Whether nothing has been touched for a while, as long as it may rest; `wake` is a touch, `rest` the end of all. */
export function useIdle(mayRest: boolean) {
  const [idle, setIdle] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const wake = useCallback(() => {
    setIdle(false)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setIdle(true), IDLE_MS)
  }, [])
  const rest = useCallback(() => setIdle(true), [])
  useEffect(() => {
    wake()
    return () => clearTimeout(timer.current)
  }, [wake])
  // A change of either begins the wait anew.
  const before = useRef(mayRest)
  useEffect(() => {
    if (before.current !== mayRest) wake()
    before.current = mayRest
  }, [mayRest, wake])
  return { idle: idle && mayRest, wake, rest }
}
