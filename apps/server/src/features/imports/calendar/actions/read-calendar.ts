import { stat } from 'node:fs/promises'
import { type CalendarEvent, isCalendar, readCalendar } from '../../../../platform/calendar/read-ics.ts'
import { decodeFile, detectEncoding } from '../../../../platform/tables/encoding.ts'
import type { Found, Reader } from '../../kinds.ts'
import type { Asked, Known } from '../rules/known.ts'
import { namesIn, showOf } from './make-show.ts'

const NO_CALENDAR = 'This is no calendar: one begins with BEGIN:VCALENDAR.'
/** How many are looked up at once. */
const BATCH = 200

export type LookUp = (personId: string, asked: Asked) => Promise<Known>

/** Reads calendars (RFC 5545): what seems to be a concert becomes a show. */
export const calendarReader =
  (lookUp: LookUp): Reader =>
  async ({ path, personId, signal }) => {
    if (path === null) throw new Error('a calendar without a file')
    const encoding = await detectEncoding(path)
    if (encoding === null) return { failure: NO_CALENDAR }
    const { size } = await stat(path)
    let bytes = 0
    const text = (read?: (more: number) => void) => decodeFile(path, encoding, signal, read)
    if (!(await isCalendar(text()))) return { failure: NO_CALENDAR }
    const events = readCalendar(
      text((more) => {
        bytes += more
      }),
    )
    const found = foundIn(events, (asked) => lookUp(personId, asked))
    const share = () => bytes / size
    return { columns: [], mapping: {}, missing: [], dateFormat: null, found, share }
  }

async function* foundIn(
  batches: AsyncIterable<CalendarEvent[]>,
  lookUp: (asked: Asked) => Promise<Known>,
): AsyncGenerator<Found[]> {
  const again = recognising()
  for await (const batch of batches)
    for (let at = 0; at < batch.length; at += BATCH) {
      const events = batch.slice(at, at + BATCH)
      const names = events.map(namesIn)
      const known = await lookUp({
        artists: names.flatMap(({ artists }) => artists),
        venues: names.flatMap(({ venues }) => venues),
        towns: names.flatMap(({ towns }) => towns),
      })
      yield events.map((event) => again(event, showOf(event, known)))
    }
}

/**
 * Doubts what stands in a calendar for a second time, as it does where an entry was put off. Where night and artist are
 * the same, too, it is a duplicate like any other.
 */
function recognising() {
  const lines = new Map<string, number>()
  return ({ uid, line, oneOfMany }: CalendarEvent, found: Found): Found => {
    if (uid === null || oneOfMany) return found
    const before = lines.get(uid)
    if (before === undefined) {
      lines.set(uid, line)
      return found
    }
    if (found.entry === null) return found
    const message = `The same entry stands on line ${before}: one of them may be out of date.`
    return { ...found, doubtful: true, problems: [...found.problems, { field: 'row', message }] }
  }
}
