import { isRefusal, type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { EventChange } from '@sharemyshows/contract/events'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { recheckRoom } from '../../../platform/live/rooms.ts'
import type { Attendances } from '../../attendance/feature.ts'
import type { Catalog } from '../../catalog/feature.ts'
import type { Feed } from '../../feed/feature.ts'
import type { Facts, Organising, Settled, ShowChange } from '../../shows/feature.ts'
import { requireStaff } from '../policy.ts'
import { faultOfTimes, isMeetingTouched, said, timesMovedTo } from '../rules.ts'
import { readStanding, type Standing } from '../store.ts'
import { localAt, nameOf, placeAt, pointOf } from './settle-night.ts'

export type ChangeDeps = {
  shows: Organising
  catalog: Catalog
  note: Feed['note']
  attendance: Pick<Attendances, 'fillSeats'>
}

/** Changes what was sent of an event; more seats let in who waits, and what others can find now is told to them. */
export async function changeEvent(
  tx: Tx,
  deps: ChangeDeps,
  actor: Actor,
  id: string,
  written: EventChange,
): Promise<string | Refusal> {
  const facts = await deps.shows.lock(tx, id)
  const event = await requireStaff(tx, actor, id, 'editor')
  if (isRefusal(event)) return event
  const before = await readStanding(tx, event)
  if (facts === undefined || before === undefined) return refuse('not_found')
  const times = timesAfter(before, written)
  const fault = faultOfTimes(times)
  if (fault !== undefined) return refuseField(...fault)
  const point = written.location === undefined ? pointBefore(before) : pointOf(written.location)
  const local = startAfter(times.starts_at, point, written)
  const day = local.show_date ?? facts.show_date
  const settled = isMeetingTouched(written, facts, day)
    ? await settleAnew(tx, deps, actor, facts, before, written, point, day)
    : undefined
  const publishes = written.visibility !== undefined && written.visibility !== 'private'
  const isNew = publishes && before.published_at === null
  const columns: ShowChange = {
    ...said({
      title: written.title,
      description: written.description,
      category: written.category,
      location_address: written.location_address,
      geofence_radius: written.geofence_radius,
      capacity: written.capacity,
      visibility: written.visibility,
    }),
    ...times,
    ...local,
    ...point,
    ...(isNew && { published_at: new Date().toISOString() }),
  }
  if (written.visibility !== undefined) await recheckRoom(tx, 'show', event)
  const refused = await deps.shows.reshape(tx, actor, event, facts, { columns, settled, point })
  if (refused !== undefined) return refused
  // there may be more seats, or an event that was over may be to come
  await deps.attendance.fillSeats(tx, event)
  if (isNew && written.visibility !== undefined) {
    const { visibility: audience } = written
    await deps.note(tx, {
      type: 'EVENT_CREATED',
      actorId: before.organizer_id ?? actor.id,
      audience,
      showId: event,
    })
  }
  return event
}

function timesAfter(before: Standing, { date, doors_at, ends_at }: EventChange) {
  const moved = date === undefined ? before : timesMovedTo(before, date)
  return {
    starts_at: moved.starts_at,
    doors_at: doors_at === undefined ? moved.doors_at : doors_at,
    ends_at: ends_at === undefined ? moved.ends_at : ends_at,
  }
}

const pointBefore = ({ latitude, longitude }: Standing) => ({
  latitude: latitude ?? 0,
  longitude: longitude ?? 0,
})

/** Day and time by the clocks of the place; they are as they were when neither moment nor point was sent. */
function startAfter(
  starts_at: string,
  point: { latitude: number; longitude: number },
  { date, location }: EventChange,
): { show_date?: string; show_time?: string; time_zone?: string } {
  if (date === undefined && location === undefined) return {}
  const local = localAt(point, starts_at)
  return { show_date: local.date, show_time: local.time, time_zone: local.zone }
}

/** Artists and venue after the change. A venue whose name only followed from where it was follows where it is now. */
async function settleAnew(
  tx: Tx,
  { catalog }: ChangeDeps,
  actor: Actor,
  facts: Facts,
  before: Standing,
  written: EventChange,
  point: { latitude: number; longitude: number },
  date: string,
): Promise<Settled> {
  const artists = written.artists ?? facts.artists
  const { city: town } = await catalog.readWhereabouts(tx, pointBefore(before))
  const isDerived = facts.venue_name === nameOf(before.location_address, town?.name)
  const moves = written.location !== undefined || written.location_address !== undefined
  const follows = written.venue_name === null || (written.venue_name === undefined && isDerived && moves)
  const address = written.location_address === undefined ? before.location_address : written.location_address
  const kept = follows ? {} : { name: facts.venue_name, city: facts.city, country: facts.country }
  return catalog.settle(tx, {
    artists,
    place: await placeAt(tx, catalog, {
      ...kept,
      ...said({ name: written.venue_name, city: written.venue_city, country: written.venue_country }),
      address,
      point,
    }),
    personId: actor.id,
    claim: artists.length > 0 ? date : `${date} ${written.title ?? facts.title}`,
  })
}
