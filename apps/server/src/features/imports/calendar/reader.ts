import { createReadStream } from 'node:fs'
import { type CalendarEvent, isCalendar, readCalendar } from '../../../platform/calendar/read-ics.ts'
import type { Db } from '../../../platform/db/connect.ts'
import type { Found, Reader } from '../kinds.ts'
import { readKnown } from './known.ts'
import { namesIn, showOf } from './shows.ts'

const NO_CALENDAR = 'This is no calendar: a file that ends with .ics begins with BEGIN:VCALENDAR.'
/** How many are looked up at once. */
const BATCH = 200

/** Reads calendars (RFC 5545): what seems to be a concert becomes a show. */
export const createCalendarReader =
  ({ db }: { db: Db }): Reader =>
  async ({ path, personId, signal }) => {
    if (path === null) throw new Error('a calendar without a file')
    const text = () => createReadStream(path, { encoding: 'utf8', signal })
    if (!(await isCalendar(text()))) return { failure: NO_CALENDAR }
    const found = foundIn(readCalendar(text()), (events) => lookUp(db, personId, events))
    return { columns: [], mapping: {}, missing: [], dateFormat: null, found }
  }

async function lookUp(db: Db, personId: string, events: readonly CalendarEvent[]) {
  const names = events.map(namesIn)
  return readKnown(db, personId, {
    artists: names.flatMap(({ artists }) => artists),
    venues: names.flatMap(({ venues }) => venues),
    towns: names.flatMap(({ towns }) => towns),
  })
}

async function* foundIn(
  batches: AsyncIterable<CalendarEvent[]>,
  look: (events: readonly CalendarEvent[]) => ReturnType<typeof lookUp>,
): AsyncGenerator<Found[]> {
  for await (const batch of batches)
    for (let at = 0; at < batch.length; at += BATCH) {
      const events = batch.slice(at, at + BATCH)
      const known = await look(events)
      yield events.map((event) => showOf(event, known))
    }
}
