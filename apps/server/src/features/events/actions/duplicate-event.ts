import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { requireStaff } from '../policy.ts'
import { timesMovedTo } from '../rules.ts'
import { readStanding } from '../store.ts'
import { type CreateDeps, createEvent } from './create-event.ts'

/** Makes a draft like an event, at another time. Gives its id. */
export async function duplicateEvent(
  tx: Tx,
  deps: CreateDeps,
  actor: Actor,
  id: string,
  date: string,
): Promise<string | Refusal> {
  const event = await requireStaff(tx, actor, id, 'staff')
  if (isRefusal(event)) return event
  const facts = await deps.shows.lock(tx, event)
  const like = await readStanding(tx, event)
  if (facts === undefined || like === undefined) return refuse('not_found')
  const { doors_at, ends_at } = timesMovedTo(like, date)
  return createEvent(tx, deps, actor, {
    title: like.title ?? '',
    description: like.description,
    date,
    doors_at,
    ends_at,
    category: like.category,
    venue_name: facts.venue_name,
    venue_city: facts.city,
    venue_country: facts.country,
    location_address: like.location_address,
    location: { type: 'Point', coordinates: [like.longitude ?? 0, like.latitude ?? 0] },
    geofence_radius: like.geofence_radius,
    capacity: like.capacity,
    artists: facts.artists,
    visibility: 'private',
  })
}
