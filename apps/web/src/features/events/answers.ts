import type { RsvpStatus } from '@sharemyshows/contract/rsvps'
import type { Event } from './model'

type Answered = Pick<Event, 'my_rsvp' | 'rsvp_counts' | 'seats_left'>
type Answer = NonNullable<Event['my_rsvp']>

/** What I can answer; null takes my answer back. */
export type Wanted = RsvpStatus | null

/** How an event will stand once I have answered, until the server has said so. */
export function answeredAs<E extends Answered>(event: E, wanted: Wanted): E {
  const before = event.my_rsvp
  if (before?.status === wanted || (before?.status === 'waitlist' && wanted === 'going')) return event
  const now = wanted && answerTo(event, wanted)
  const counts = { ...event.rsvp_counts }
  if (before) counts[before.status] -= 1
  if (now) counts[now.status] += 1
  const seats = Number(before?.status === 'going') - Number(now?.status === 'going')
  return {
    ...event,
    my_rsvp: now,
    rsvp_counts: counts,
    // a seat that I give back is the next one's who waits
    seats_left:
      event.seats_left === null || event.rsvp_counts.waitlist > 0
        ? event.seats_left
        : event.seats_left + seats,
  }
}

function answerTo({ seats_left, rsvp_counts }: Answered, wanted: RsvpStatus): Answer {
  if (wanted === 'going' && seats_left === 0)
    return { status: 'waitlist', position: rsvp_counts.waitlist + 1 }
  return { status: wanted, position: null }
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const ENDINGS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ordinal = (n: number) => `${n}${ENDINGS[ordinals.select(n)] ?? 'th'}`

/** My answer in words. */
export function sayAnswer({ status, position }: Answer): string {
  if (status === 'going') return 'You’re going'
  if (status === 'maybe') return 'You may come'
  if (status === 'no') return 'You’re not going'
  return position === null ? 'You’re on the waitlist' : `You’re ${ordinal(position)} in line`
}

/** "237 going, 12 maybe", without those of whom there are none; undefined while nobody answered. */
export function sayCounts({ going, maybe, waitlist }: Event['rsvp_counts']): string | undefined {
  const said = [
    going > 0 && `${going.toLocaleString('en')} going`,
    maybe > 0 && `${maybe.toLocaleString('en')} maybe`,
    waitlist > 0 && `${waitlist.toLocaleString('en')} waiting`,
  ].filter(Boolean)
  return said.length === 0 ? undefined : said.join(', ')
}

/** "640 m", "1.2 km", never broken between number and unit. */
export const sayMetres = (metres: number): string =>
  metres < 1000 ? `${Math.round(metres)}\u00a0m` : `${(metres / 1000).toFixed(metres < 9950 ? 1 : 0)}\u00a0km`
