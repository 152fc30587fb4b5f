import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { utcOf } from '../../../platform/geo/wall-clock.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announce } from '../../../platform/live/rooms.ts'
import type { SeenShowId } from '../../../viewer/gate.ts'
import type { Attendances } from '../../attendance/feature.ts'
import type { Catalog, Place, Settled } from '../../catalog/feature.ts'
import type { History } from '../../history/feature.ts'
import { requireEditor } from '../policy.ts'
import {
  audienceOf,
  concernsMeeting,
  dateOf,
  type Facts,
  localStart,
  said,
  spotOf,
  timeOf,
  type Written,
} from '../rules.ts'
import * as store from '../store.ts'
import { followZone } from './follow-zone.ts'
import { recordChanges } from './record-changes.ts'

export type ChangeDeps = { catalog: Catalog; attendance: Attendances; history: History }

/**
 * Changes what was sent: shared facts for everybody who attends, notes, rating and audience for the actor alone.
 * `revertsId` is the revision whose change this puts back.
 */
export async function changeShow(
  tx: Tx,
  deps: ChangeDeps,
  actor: Actor,
  id: string,
  written: Written,
  revertsId?: string,
): Promise<SeenShowId | Refusal> {
  const time = timeOf(written)
  const isShared = concernsMeeting(written) || written.title !== undefined || time !== undefined
  const show = await (isShared
    ? requireEditor(tx, actor, id)
    : deps.attendance.requireAttendee(tx, actor.id, id))
  if (isRefusal(show)) return show
  const { notes, rating } = written
  await deps.attendance.amend(tx, actor.id, show, { notes, rating, audience: audienceOf(written) })
  if (!isShared) return show
  const facts = await store.lockFacts(tx, id)
  if (facts === undefined) return refuse('not_found')
  const date = dateOf(written) ?? facts.show_date
  const settled = concernsMeeting(written)
    ? await settleAnew(tx, deps, actor, facts, written, date)
    : undefined
  if (settled !== undefined && (await meetsAnother(tx, id, settled, date))) return refuse('show_exists')
  const zone = settled?.venue.time_zone ?? facts.time_zone
  const startTime = time === undefined ? facts.show_time : time
  await store.updateShow(tx, id, {
    ...said({ title: written.title, show_time: time, venue_id: settled?.venue.id }),
    ...said({ headliner_id: settled?.artistIds[0] }),
    show_date: date,
    starts_at: utcOf(localStart(date, startTime), zone),
    time_zone: zone,
  })
  if (settled !== undefined) await store.writeBill(tx, id, settled.artistIds)
  if (settled?.venue.rezoned) await followZone(tx, settled.venue)
  await recordChanges(tx, deps.history, id, facts, { authorId: actor.id, revertsId })
  await announce(tx, 'show', show, 'facts')
  return show
}

/** Artists and venue after the change. A venue under the same name is put right; under another it is another. */
async function settleAnew(
  tx: Tx,
  { catalog }: ChangeDeps,
  actor: Actor,
  facts: Facts,
  written: Written,
  date: string,
): Promise<Settled> {
  const [headliner = '', ...support] = facts.artists
  const settled = await catalog.settle(tx, {
    artists: [written.artist_name ?? headliner, ...(written.support ?? support)],
    place: placeAfter(facts, written),
    personId: actor.id,
    claim: date,
  })
  const correction = said({ ...spotOf(written), state: written.venue_state })
  if (settled.venue.id !== facts.venue_id || Object.keys(correction).length === 0) return settled
  const corrected = await catalog.correctVenue(tx, facts.venue_id, correction)
  return { ...settled, venue: { ...corrected, rezoned: corrected.rezoned || settled.venue.rezoned } }
}

/** Fields not sent stay, but for address and point: those belong to the venue, not to its name. */
function placeAfter(facts: Facts, written: Written): Place {
  const { address = null, latitude = null, longitude = null } = spotOf(written)
  const kept = <T>(sent: T | undefined, before: T): T => (sent === undefined ? before : sent)
  return {
    name: written.venue_name ?? facts.venue_name,
    city: kept(written.venue_city, facts.city),
    state: kept(written.venue_state, facts.state),
    country: kept(written.venue_country, facts.country),
    address,
    latitude,
    longitude,
  }
}

async function meetsAnother(
  tx: Tx,
  id: string,
  { artistIds, venue }: Settled,
  date: string,
): Promise<boolean> {
  const meeting = { headlinerId: artistIds[0], date, venueId: venue.id, point: venue.point }
  return store.meetsOther(tx, meeting, id)
}
