import type { EventStats } from '@sharemyshows/contract/event-stats'

const QUARTER_MS = 15 * 60_000
const DAY_MS = 24 * 60 * 60_000

/** How many there are in all at a moment, in ms since 1970. */
export type Total = { at: number; total: number }

/**
 * How arrivals add up: a point at the end of every quarter of an hour that somebody came in, from nobody at the first on.
 * The line goes on until `until`, so that a door where nobody comes in any more is seen to be quiet.
 */
export function arrivalLine(arrived: EventStats['arrivals_over_time'], until: number): Total[] {
  return adding(
    arrived.map(({ at, arrivals }) => ({ at: Date.parse(at), more: arrivals })),
    QUARTER_MS,
    until,
  )
}

/** How answers add up, by the day, in UTC. */
export function answerLine(answered: EventStats['rsvps_over_time'], until: number): Total[] {
  return adding(
    answered.map(({ at, going }) => ({ at: Date.parse(at), more: going })),
    DAY_MS,
    until,
  )
}

function adding(steps: readonly { at: number; more: number }[], step: number, until: number): Total[] {
  const [first] = steps
  if (first === undefined) return []
  const line: Total[] = [{ at: first.at, total: 0 }]
  let total = 0
  let end = first.at
  for (const { at, more } of steps) {
    // nobody came in between
    if (at > end) line.push({ at, total })
    total += more
    // the last step is still going on
    end = Math.max(at, Math.min(at + step, until))
    line.push({ at: end, total })
  }
  if (until > end) line.push({ at: until, total })
  return line
}
