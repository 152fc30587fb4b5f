import { useEffect, useState } from 'react'
import { type Phase, phaseOf, type Timed } from './model'

const EVERY_MS = 30_000

/** Whether the show is to come, on or over; follows the clock while the page is open. */
export function usePhase(show: Timed): Phase {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return phaseOf(show, now)
}
