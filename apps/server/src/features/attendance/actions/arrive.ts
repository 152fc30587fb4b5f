import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { type SeenShowId, seeShow } from '../../../viewer/gate.ts'
import { announcePart } from '../facts.ts'
import { findFence, requireAttendee } from '../policy.ts'
import { isInside, type Reading, type ReadingParts, readingOf } from '../rules.ts'
import * as store from '../store/attendances.ts'
import { add } from './diary.ts'
import type { Deps } from './seats.ts'

/** An arrival that was taken: how far from the middle, and how far one may be, in metres. */
export type Landed = { show: SeenShowId; distance_m: number; radius_m: number }

/** Says that a person is at an event because her device is; the position itself is not kept. */
export async function arrive(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  reading: Reading,
): Promise<Landed | Refusal> {
  const fence = await findFence(tx, actor.id, showId, reading)
  if (fence === undefined) return refuse('not_found')
  if (fence.cancelled) return refuse('event_cancelled')
  if (fence.over) return refuse('event_over')
  if (!fence.open) return refuse('arrival_not_open', { details: { opens_at: fence.opens_at } })
  const { id: show, radius_m } = fence
  const distance_m = Math.round(fence.distance_m)
  if (!isInside(fence, reading)) return refuse('outside_geofence', { details: { distance_m, radius_m } })
  const landed = await land(tx, deps, actor, show, 'geofence')
  return isRefusal(landed) ? landed : { show, distance_m, radius_m }
}

/**
 * Says that a person is at a show, or was; it gets into her diary when it is not there. By hand, unless a reading that
 * came along shows that she is inside an event's fence.
 */
export async function checkIn(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  given: ReadingParts = {},
): Promise<SeenShowId | Refusal> {
  const show = await seeShow(tx, actor.id, showId)
  if (show === null) return refuse('not_found')
  const reading = readingOf(given)
  const arrives = reading !== undefined && (await isArrival(tx, actor, show, reading))
  return land(tx, deps, actor, show, arrives ? 'geofence' : 'manual')
}

async function isArrival(tx: Tx, actor: Actor, show: SeenShowId, reading: Reading): Promise<boolean> {
  const fence = await findFence(tx, actor.id, show, reading)
  if (fence === undefined || fence.cancelled || !fence.open) return false
  return isInside(fence, reading)
}

async function land(
  tx: Tx,
  { note }: Deps,
  actor: Actor,
  show: SeenShowId,
  method: 'manual' | 'geofence',
): Promise<SeenShowId | Refusal> {
  const added = await add(tx, show, { id: newId(), personId: actor.id, method })
  if (added === undefined) return refuse('not_found')
  const arrived = await store.markArrived(tx, show, actor.id, method)
  if (arrived === undefined) return show
  const { id: attendanceId, audience, is_news } = arrived
  await announcePart(tx, { showId: show, personId: actor.id, now: audience })
  if (is_news) await note(tx, { type: 'CHECKIN', actorId: actor.id, audience, showId: show, attendanceId })
  return show
}

/** Says that a person has left. */
export async function checkOut(tx: Tx, actor: Actor, showId: string): Promise<SeenShowId | Refusal> {
  const show = await requireAttendee(tx, actor.id, showId)
  if (isRefusal(show)) return show
  const now = await store.markLeft(tx, show, actor.id)
  if (now !== undefined) await announcePart(tx, { showId: show, personId: actor.id, now })
  return show
}
