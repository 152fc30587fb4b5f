import { useNow } from '@/lib/hooks'
import { type Phase, phaseOf, type Timed } from './model'

const EVERY_MS = 30_000

/** Whether the show is to come, on or over; follows the clock while the page is open. */
export function usePhase(show: Timed): Phase {
  return phaseOf(show, useNow(EVERY_MS))
}
