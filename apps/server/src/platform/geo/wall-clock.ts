const DAY_MS = 86_400_000

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  // Swedish dates are written as ISO dates are
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  clocks.set(zone, clock)
  return clock
}

/** True for a zone whose clocks are known. */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone)
    return true
  } catch {
    return false
  }
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const second = Math.floor(moment / 1000) * 1000
  return Date.parse(`${clockOf(zone).format(second).replace(' ', 'T')}Z`) - second
}

/** What the clocks of a zone show at a moment: the day and the minute. */
export function localOf(moment: string, zone: string): { date: string; time: string } {
  const [date = '', time = ''] = clockOf(zone).format(Date.parse(moment)).split(' ')
  return { date, time: time.slice(0, 5) }
}

/**
 * The moment at which the clocks of a zone show a local time, as RFC 3339 in UTC. A time that a clock change repeats
 * is its first showing; one that it skips is moved on by what was skipped (RFC 5545).
 * @param local `YYYY-MM-DDTHH:MM`, with seconds and fractions if there are any
 * @throws RangeError when the zone or the time does not exist
 */
export function utcOf(local: string, zone: string): string {
  const asIfUtc = Date.parse(`${local}Z`)
  const before = offsetAt(asIfUtc - DAY_MS, zone)
  const after = offsetAt(asIfUtc + DAY_MS, zone)
  if (before === after) return new Date(asIfUtc - before).toISOString()
  const shown = [asIfUtc - before, asIfUtc - after].filter(
    (moment) => moment + offsetAt(moment, zone) === asIfUtc,
  )
  const moment = shown.length > 0 ? Math.min(...shown) : asIfUtc - before
  return new Date(moment).toISOString()
}
