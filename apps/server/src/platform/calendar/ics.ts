import ical, {
  foldLines,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator'

/** Something that takes place; moments are RFC 3339 in UTC, `point` is in degrees. */
export type Occasion = {
  id: string
  title: string
  description: string | null
  starts_at: string
  ends_at: string
  /** The day, where nobody knows the time. */
  day: string | null
  /** Name and address of the place. */
  place: { name: string; address: string | null; point: { latitude: number; longitude: number } | null }
  status: 'confirmed' | 'tentative' | 'cancelled'
  url: string
  changed_at: string
  /** What no property of a calendar can say, for those who read it back. */
  own: object
}

const HOURS_BETWEEN_LOOKS = 4
const STATUS = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}
const OWN = 'X-SHAREMYSHOWS;VALUE=TEXT'

/**
 * Occasions as iCalendar (RFC 5545), in UTC. `host` completes the ids to ones that are unique in the world. What has not
 * changed gives the same text again, so that it need not be sent again.
 */
export function writeCalendar(name: string, host: string, occasions: readonly Occasion[]): string {
  const { calendar, head, tail } = emptyCalendar(name)
  return head + occasions.map((one) => eventText(calendar, host, one)).join('') + tail
}

/** The same of any number, piece by piece. */
export async function* calendarPieces(
  name: string,
  host: string,
  batches: AsyncIterable<readonly Occasion[]>,
): AsyncGenerator<string> {
  const { calendar, head, tail } = emptyCalendar(name)
  yield head
  for await (const batch of batches) yield batch.map((one) => eventText(calendar, host, one)).join('')
  yield tail
}

function emptyCalendar(name: string) {
  const calendar = ical({
    name,
    prodId: { company: 'ShareMyShows', product: 'ShareMyShows', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOURS_BETWEEN_LOOKS * 3600,
  })
  const tail = 'END:VCALENDAR'
  return { calendar, head: calendar.toString().slice(0, -tail.length), tail: `${tail}\r\n` }
}

function eventText(calendar: ICalCalendar, host: string, { place, ...one }: Occasion): string {
  const { name, address, point } = place
  const event: ICalEventData = {
    id: `${one.id}@${host}`,
    ...(one.day === null
      ? { start: new Date(one.starts_at), end: new Date(one.ends_at) }
      : { start: new Date(one.day), allDay: true }),
    summary: one.title,
    description: one.description,
    status: STATUS[one.status],
    url: one.url,
    stamp: new Date(one.changed_at),
    lastModified: new Date(one.changed_at),
    location: {
      title: name,
      ...(address !== null && { address }),
      ...(point !== null && { geo: { lat: point.latitude, lon: point.longitude } }),
    },
    x: [{ key: OWN, value: JSON.stringify(one.own) }],
  }
  const text = foldLines(calendar.createEvent(event).toString())
  calendar.clear()
  return text
}
