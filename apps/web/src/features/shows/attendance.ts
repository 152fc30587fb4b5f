import type { Attendance } from '@sharemyshows/contract/attendance'
import { timeIn } from '@/lib/dates'
import type { Phase, Show } from './model'

/** What I can do about being there. */
export type Deed = 'go' | 'arrive' | 'leave' | 'cancel'

/** My part in a show at this moment: what is so, what is most likely next, and the way back. */
export type MyPart = {
  state?: string
  next?: { deed: Deed; label: string }
  back?: { deed: Deed; label: string }
}

const NEXT: Record<Phase, MyPart['next']> = {
  before: { deed: 'go', label: 'Going' },
  during: { deed: 'arrive', label: 'I’m here' },
  after: { deed: 'arrive', label: 'I was there' },
}

/** What the main button of a show offers: it knows the time. */
export function myPart(
  { my_attendance: mine, time_zone }: Pick<Show, 'my_attendance' | 'time_zone'>,
  phase: Phase,
): MyPart {
  if (mine === null) return { next: NEXT[phase] }
  if (phase === 'after') return mine.state === 'going' ? missed : { state: 'You were there' }
  if (mine.state === 'here')
    return { state: here(mine, time_zone), back: { deed: 'leave', label: 'I’ve left' } }
  if (mine.state === 'attended') return { state: 'You were there' }
  if (phase === 'during') return { state: 'You’re going', next: NEXT.during }
  return { state: 'You’re going', back: { deed: 'cancel', label: 'Not going' } }
}

/** My part as it will be once the deed is done, at `now` in ms since 1970, until the server has said it. */
export function partAfter(
  mine: Attendance | null,
  deed: Exclude<Deed, 'cancel'>,
  phase: Phase,
  now: number,
): Attendance {
  const at = new Date(now).toISOString()
  const part = mine ?? { ...NEWCOMER, created_at: at, updated_at: at }
  if (deed === 'go') return { ...part, state: 'going' }
  if (deed === 'leave') return { ...part, state: 'attended', left_at: at }
  return phase === 'during' ? { ...part, state: 'here', arrived_at: at } : { ...part, state: 'attended' }
}

const NEWCOMER = {
  id: '',
  rsvp: null,
  method: 'manual',
  arrived_at: null,
  left_at: null,
  notes: null,
  rating: null,
  audience: 'public',
} as const

const missed: MyPart = {
  state: 'You planned to go',
  next: NEXT.after,
  back: { deed: 'cancel', label: 'I didn’t go' },
}

const here = ({ arrived_at }: Attendance, zone: string) =>
  arrived_at ? `You’re here since ${timeIn(zone, arrived_at)}` : 'You’re here'
