import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { dateIn, sayInstant, timeIn } from '@/lib/dates'
import { keys } from '@/lib/keys'
import type { Conversation } from '../model'
import { HERE } from './message-row'

/** The longest a browser's clock can be set to (ms). */
const LONGEST_MS = 2 ** 31 - 1

/** Why one cannot write here now, and until when. */
export function NotNow({ conversation: { silenced_until, kind } }: { conversation: Conversation }) {
  const queryClient = useQueryClient()
  useEffect(() => {
    if (silenced_until === null) return
    const wait = Math.max(0, Date.parse(silenced_until) - Date.now()) + 1000
    const ask = () => void queryClient.invalidateQueries({ queryKey: keys.chat })
    const timer = setTimeout(ask, Math.min(wait, LONGEST_MS))
    return () => clearTimeout(timer)
  }, [silenced_until, queryClient])
  return (
    <p role="status" className="border-line border-t px-4 py-4 text-center text-14 text-soft">
      {silenced_until !== null
        ? `The staff of this room have asked you only to read until ${sayUntil(silenced_until)}.`
        : kind === 'direct'
          ? 'You cannot write to each other now.'
          : 'You can read here, and not write now.'}
    </p>
  )
}

const sayUntil = (instant: string): string =>
  dateIn(HERE, instant) === dateIn(HERE) ? timeIn(HERE, instant) : sayInstant(HERE, instant)
