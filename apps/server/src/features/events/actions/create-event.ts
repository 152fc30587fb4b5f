import { isRefusal, type Refusal, refuseField } from '@sharemyshows/contract/errors'
import type { EventCreate } from '@sharemyshows/contract/events'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Catalog } from '../../catalog/feature.ts'
import type { Feed } from '../../feed/feature.ts'
import type { Organising } from '../../shows/feature.ts'
import { faultOfTimes } from '../rules.ts'
import { localAt, placeAt, pointOf } from './settle-night.ts'

export type CreateDeps = { shows: Organising; catalog: Catalog; note: Feed['note'] }

/** Makes an event, or of a show that people have written down already. Gives its id. */
export async function createEvent(
  tx: Tx,
  { shows, catalog, note }: CreateDeps,
  actor: Actor,
  written: EventCreate,
): Promise<string | Refusal> {
  const { title, date: starts_at, visibility, geofence_radius, location_address: address = null } = written
  const { doors_at = null, ends_at = null, description = null, category = null, capacity = null } = written
  const fault = faultOfTimes({ starts_at, doors_at, ends_at })
  if (fault !== undefined) return refuseField(...fault)
  const point = pointOf(written.location)
  const { venue_name: name, venue_city: city, venue_country: country } = written
  const local = localAt(point, starts_at)
  const id = await shows.host(tx, actor, {
    title,
    artists: written.artists ?? [],
    place: await placeAt(tx, catalog, { name, city, country, address, point }),
    point,
    ...local,
    startsAt: starts_at,
    columns: {
      description,
      category,
      doors_at,
      ends_at,
      capacity,
      geofence_radius,
      location_address: address,
      visibility,
      published_at: visibility === 'private' ? null : new Date().toISOString(),
    },
  })
  if (isRefusal(id) || visibility === 'private') return id
  await note(tx, { type: 'EVENT_CREATED', actorId: actor.id, audience: visibility, showId: id })
  return id
}
