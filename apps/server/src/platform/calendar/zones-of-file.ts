import ICAL from 'ical.js'
import { isZone } from '../geo/wall-clock.ts'

/** UTC of a local time, in a zone that a calendar describes itself. */
export type ZoneOfFile = (local: string) => string | null

const MOST_ZONES = 50
/** More than this no zone needs, and reckoning it out would take long. */
const MOST_LETTERS = 20_000

/** Rules as calendars write them: a weekday of a month, or some days of one, each of which every year has. */
const A_RULE =
  /^RRULE:(?=.*FREQ=YEARLY)(?=.*BYMONTH=)(?:(?:FREQ=YEARLY|INTERVAL=1|WKST=[A-Z]{2}|BYMONTH=(?:[1-9]|1[0-2])|BYDAY=(?:[1-4]|-1)?[A-Z]{2}|BYMONTHDAY=(?:[1-9]|1\d|2[0-8])(?:,(?:[1-9]|1\d|2[0-8])){0,6}|UNTIL=\d{8}(?:T\d{6}Z?)?)(?:;|$))+$/i

/** The IANA zone that a name means; null when it is a name of the calendar's own. */
export function ianaZone(name: string): string | null {
  const parts = name.split('/').filter(Boolean)
  // such as /freeassociation.sourceforge.net/Europe/Amsterdam
  for (const said of [parts.slice(-3), parts.slice(-2), parts.slice(-1)]) {
    const zone = said.join('/')
    if (zone.length < 60 && (said.length > 1 || /^(UTC|GMT|Z)$/i.test(zone)) && isZone(zone)) return zone
  }
  return null
}

/** Zones that a calendar brings along, under the names its events use. */
export function createZones() {
  const known = new Map<string, { iana: string | null; own: ZoneOfFile | null }>()
  return {
    add(lines: readonly string[]): void {
      const name = lines.map((line) => /^TZID[^:]*:(.+)$/i.exec(line)?.[1]).find(Boolean)
      if (name === undefined || known.size >= MOST_ZONES) return
      const place = lines.map((line) => /^X-LIC-LOCATION[^:]*:(.+)$/i.exec(line)?.[1]).find(Boolean)
      const iana = ianaZone(name) ?? (place === undefined ? null : ianaZone(place))
      known.set(name.trim(), { iana, own: iana === null ? described(lines) : null })
    },
    find: (name: string) => known.get(name.trim()) ?? { iana: ianaZone(name), own: null },
  }
}

function described(lines: readonly string[]): ZoneOfFile | null {
  const rules = lines.filter((line) => /^RRULE/i.test(line))
  const text = ['BEGIN:VTIMEZONE', ...lines, 'END:VTIMEZONE'].join('\r\n')
  if (text.length > MOST_LETTERS || !rules.every((rule) => A_RULE.test(rule))) return null
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)))
    return (local) => {
      try {
        const moment = ICAL.Time.fromDateTimeString(local)
        moment.zone = zone
        return moment.toJSDate().toISOString()
      } catch {
        return null
      }
    }
  } catch {
    return null
  }
}
