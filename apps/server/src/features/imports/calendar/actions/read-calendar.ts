import { createReadStream } from 'node:fs'
import { type CalendarEvent, isCalendar, readCalendar } from '../../../../platform/calendar/read-ics.ts'
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
    const text = () => createReadStream(path, { encoding: 'utf8', signal })
    if (!(await isCalendar(text()))) return { failure: NO_CALENDAR }
    const found = foundIn(readCalendar(text()), (asked) => lookUp(personId, asked))
    return { columns: [], mapping: {}, missing: [], dateFormat: null, found }
  }

async function* foundIn(
  batches: AsyncIterable<CalendarEvent[]>,
  lookUp: (asked: Asked) => Promise<Known>,
): AsyncGenerator<Found[]> {
  for await (const batch of batches)
    for (let at = 0; at < batch.length; at += BATCH) {
      const events = batch.slice(at, at + BATCH)
      const names = events.map(namesIn)
      const known = await lookUp({
        artists: names.flatMap(({ artists }) => artists),
        venues: names.flatMap(({ venues }) => venues),
        towns: names.flatMap(({ towns }) => towns),
      })
      yield events.map((event) => showOf(event, known))
    }
}
