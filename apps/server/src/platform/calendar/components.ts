import type { ContentLine } from './content-lines.ts'

/** Lines of an event or a zone of a calendar, without their BEGIN and END; `whole` is false where the end is missing. */
export type Component = { name: 'vevent' | 'vtimezone'; line: number; lines: string[]; whole: boolean }
/** A property of the calendar itself. */
export type Header = { name: 'header'; lines: string[] }

/** What an event is asked for; the rest of it, with attachments of any size, is never held. */
const OF_AN_EVENT =
  /^(summary|dtstart|location|description|status|uid|geo|rrule|rdate|recurrence-id|categories|x-sharemyshows)[;:]/i
const OF_A_ZONE = /^(begin|end|tzid|x-lic-location|dtstart|tzoffsetfrom|tzoffsetto|rrule|rdate)[;:]/i
const OF_A_CALENDAR = /^(x-wr-calname|name|x-wr-timezone)[;:]/i
const MOST_LINES = { vevent: 60, vtimezone: 600 }

/**
 * Puts lines together to events and zones. What lies deeper in an event (alarms) or beside them (to-dos, journals) is
 * passed over, at whatever depth: it is counted and not held.
 */
export function splitting() {
  let calendar = false
  let open: Component | undefined
  /** How many components are open within the one that is read, or beside those. */
  let depth = 0

  const close = (whole: boolean, found: (Component | Header)[]) => {
    if (open !== undefined) found.push({ ...open, whole })
    open = undefined
    depth = 0
  }

  const begin = (name: string, line: number, found: (Component | Header)[]) => {
    if (name === 'vcalendar') {
      close(false, found)
      calendar = true
    } else if (name === 'vevent' && (open !== undefined || depth === 0)) {
      // an event within another one: the end of the first is missing
      close(false, found)
      if (calendar) open = { name, line, lines: [], whole: true }
    } else if (name === 'vtimezone' && open === undefined && depth === 0) {
      open = { name, line, lines: [], whole: true }
    } else depth += 1
  }

  const end = (name: string, found: (Component | Header)[]) => {
    if (open !== undefined && name === open.name) close(true, found)
    else if (name === 'vcalendar') close(false, found)
    else depth = Math.max(0, depth - 1)
  }

  const keep = (text: string, found: (Component | Header)[]) => {
    if (open === undefined) {
      if (depth === 0 && OF_A_CALENDAR.test(text)) found.push({ name: 'header', lines: [text] })
    } else if (open.lines.length < MOST_LINES[open.name]) {
      const wanted = open.name === 'vevent' ? depth === 0 && OF_AN_EVENT.test(text) : OF_A_ZONE.test(text)
      if (wanted) open.lines.push(text)
    }
  }

  return {
    add({ text, line }: ContentLine): (Component | Header)[] {
      const found: (Component | Header)[] = []
      const [, edge, name = ''] = /^(BEGIN|END):\s*([\w-]{1,60})\s*$/i.exec(text) ?? []
      const isZonePart = open?.name === 'vtimezone' && /^(standard|daylight)$/i.test(name)
      if (edge === undefined || isZonePart) keep(text, found)
      else if (edge.toUpperCase() === 'BEGIN') begin(name.toLowerCase(), line, found)
      else end(name.toLowerCase(), found)
      return found
    },
    end(): (Component | Header)[] {
      const found: (Component | Header)[] = []
      close(false, found)
      return found
    },
  }
}
