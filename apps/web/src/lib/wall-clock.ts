import { dateIn, timeIn } from './dates'

const DAY_MS = 86_400_000

/**
 * The instant at which the clocks of a time zone (IANA name) show a date `YYYY-MM-DD` and a time `HH:MM`, as RFC 3339
 * in UTC. A time that a change of the clocks repeats is its first showing; one that it skips is moved on by what was
 * skipped.
 */
export function instantIn(zone: string, date: string, time: string): string {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`)
  const before = aheadOfUtc(zone, asIfUtc - DAY_MS)
  const after = aheadOfUtc(zone, asIfUtc + DAY_MS)
  const shown = [asIfUtc - before, asIfUtc - after].filter(
    (instant) => instant + aheadOfUtc(zone, instant) === asIfUtc,
  )
  return new Date(shown.length > 0 ? Math.min(...shown) : asIfUtc - before).toISOString()
}

/** The calendar date so many days after another, both `YYYY-MM-DD`. */
export function dayAfter(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds, to the minute. */
function aheadOfUtc(zone: string, instant: number): number {
  const at = new Date(instant)
  return Date.parse(`${dateIn(zone, at)}T${timeIn(zone, at)}:00Z`) - Math.floor(instant / 60_000) * 60_000
}
