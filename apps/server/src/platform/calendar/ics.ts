import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** Something that takes place; moments are RFC 3339 in UTC, `point` is in degrees. */
export type Occasion = {
  id: string
  title: string
  description: string | null
  starts_at: string
  ends_at: string
  /** Name and address of the place. */
  place: { name: string; address: string | null; point: { latitude: number; longitude: number } | null }
  status: 'confirmed' | 'tentative' | 'cancelled'
  url: string
  changed_at: string
}

const HOURS_BETWEEN_LOOKS = 4
const STATUS = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}

/**
 * Occasions as iCalendar (RFC 5545), in UTC. `host` completes the ids to ones that are unique in the world. What has not
 * changed gives the same text again, so that it need not be sent again.
 */
export function writeCalendar(name: string, host: string, occasions: readonly Occasion[]): string {
  const calendar = ical({
    name,
    prodId: { company: 'ShareMyShows', product: 'ShareMyShows', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOURS_BETWEEN_LOOKS * 3600,
  })
  for (const { place, ...one } of occasions) {
    const { name: title, address, point } = place
    calendar.createEvent({
      id: `${one.id}@${host}`,
      start: new Date(one.starts_at),
      end: new Date(one.ends_at),
      summary: one.title,
      description: one.description,
      status: STATUS[one.status],
      url: one.url,
      stamp: new Date(one.changed_at),
      lastModified: new Date(one.changed_at),
      location: {
        title,
        ...(address !== null && { address }),
        ...(point !== null && { geo: { lat: point.latitude, lon: point.longitude } }),
      },
    })
  }
  return `${calendar.toString()}\r\n`
}
