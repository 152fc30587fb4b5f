import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { utcOf } from '../../../platform/geo/wall-clock.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { SeenShowId } from '../../../viewer/gate.ts'
import type { Attendances } from '../../attendance/feature.ts'
import type { Catalog, Place, Settled } from '../../catalog/feature.ts'
import { requireEditor } from '../policy.ts'
import {
  audienceOf,
  billAfter,
  claimOf,
  concernsMeeting,
  dateOf,
  type Facts,
  isShared,
  localStart,
  said,
  spotOf,
  timeOf,
  type Written,
} from '../rules.ts'
import * as store from '../store/shows.ts'
import { type ReshapeDeps, reshape } from './reshape-show.ts'

export type ChangeDeps = ReshapeDeps & { catalog: Catalog; attendance: Attendances }

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
  const shared = isShared(written)
  const show = await (shared
    ? requireEditor(tx, actor, id)
    : deps.attendance.requireAttendee(tx, actor.id, id))
  if (isRefusal(show)) return show
  const { notes, rating } = written
  await deps.attendance.amend(tx, actor.id, show, { notes, rating, audience: audienceOf(written) })
  if (!shared) return show
  const facts = await store.lockFacts(tx, id)
  if (facts === undefined) return refuse('not_found')
  const settled = concernsMeeting(written, facts)
    ? await settleAnew(tx, deps, actor, facts, written)
    : undefined
  const columns = { ...said({ title: written.title }), ...startAfter(facts, written, settled) }
  return (await reshape(tx, deps, actor, id, facts, { columns, settled, revertsId })) ?? show
}

/** Day, time and moment after the change. What is not moved keeps its moment to the second. */
function startAfter(facts: Facts, written: Written, settled: Settled | undefined): store.ShowChange {
  const time = timeOf(written)
  const show_date = dateOf(written) ?? facts.show_date
  const show_time = time === undefined ? facts.show_time : time
  // an organised show has a zone of its own, that of its point
  const elsewhere = settled !== undefined && settled.venue.id !== facts.venue_id
  const zone =
    settled === undefined || (facts.organised && !elsewhere) ? facts.time_zone : settled.venue.time_zone
  const stays = show_date === facts.show_date && show_time === facts.show_time && zone === facts.time_zone
  if (stays) return {}
  return { show_date, show_time, starts_at: utcOf(localStart(show_date, show_time), zone), time_zone: zone }
}

/** Artists and venue after the change. A venue under the same name is put right; under another it is another. */
async function settleAnew(
  tx: Tx,
  { catalog }: ChangeDeps,
  actor: Actor,
  facts: Facts,
  written: Written,
): Promise<Settled> {
  const artists = billAfter(facts, written)
  const settled = await catalog.settle(tx, {
    artists,
    place: placeAfter(facts, written),
    placeId: written.venue_place_id,
    personId: actor.id,
    claim: claimOf(artists, dateOf(written) ?? facts.show_date, written.title ?? facts.title),
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
