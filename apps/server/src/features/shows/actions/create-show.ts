import type { ShowCreate } from '@sharemyshows/contract/shows'
import type { Tx } from '../../../platform/db/connect.ts'
import { utcOf } from '../../../platform/geo/wall-clock.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announce } from '../../../platform/live/rooms.ts'
import type { Attendances, Personal } from '../../attendance/feature.ts'
import type { Catalog, Place, Settled } from '../../catalog/feature.ts'
import type { Feed } from '../../feed/feature.ts'
import type { History } from '../../history/feature.ts'
import { audienceOf, dateOf, localStart, type Row, said, spotOf, timeOf } from '../rules.ts'
import * as meetings from '../store/meetings.ts'
import * as store from '../store/shows.ts'
import { followZone } from './follow-zone.ts'
import { recordChanges, recordLearnt } from './record-changes.ts'

/** `making` is the statement of `findOrMake`, put together once. */
export type CreateDeps = {
  catalog: Catalog
  attendance: Attendances
  history: History
  making: string
} & Pick<Feed, 'note'>

/** What is written, as it is looked for or made. */
export type Meant = { show: meetings.NewShow; venue: Settled['venue']; personal: Personal }

/** Finds or makes artists and venue; `quietly` leaves a known venue as it is. */
export async function meant(
  tx: Tx,
  catalog: Catalog,
  actor: Pick<Actor, 'id'>,
  written: ShowCreate,
  quietly = false,
): Promise<Meant> {
  const date = dateOf(written) ?? ''
  const time = timeOf(written) ?? null
  const { artistIds, venue } = await catalog.settle(tx, {
    artists: [written.artist_name, ...(written.support ?? [])],
    place: placeOf(written),
    placeId: written.venue_place_id,
    personId: actor.id,
    claim: date,
    quietly,
  })
  if (venue.rezoned) await followZone(tx, venue)
  const [headlinerId = ''] = artistIds
  const show: meetings.NewShow = {
    meeting: { headlinerId, title: null, date, venueId: venue.id, point: venue.point },
    artistIds,
    title: written.title ?? null,
    time,
    startsAt: utcOf(localStart(date, time), venue.time_zone),
    zone: venue.time_zone,
    personId: actor.id,
  }
  return { show, venue, personal: personalOf(written) }
}

/** What is the writer's own of it. */
export const personalOf = (written: ShowCreate): Personal => ({
  notes: written.notes,
  rating: written.rating,
  audience: audienceOf(written),
})

/** A show made now, as its maker sees it; or one that was there, and whether it is new to the actor. */
export type Created = { made: Row } | { id: string; added: boolean }

/**
 * Writes a show into the actor's diary; people who write down the same concert meet on the same show, and whoever
 * comes later fills in what was not known.
 */
export async function createShow(
  tx: Tx,
  deps: CreateDeps,
  actor: Actor,
  written: ShowCreate,
): Promise<Created> {
  const { show, venue, personal } = await meant(tx, deps.catalog, actor, written)
  const recording = deps.attendance.recording.values(actor.id, personal)
  const result = await meetings.findOrMake(tx, deps.making, show, recording)
  const id = 'made' in result ? result.made.id : result.met.id
  const added = 'made' in result || (await deps.attendance.record(tx, actor.id, id, personal))
  await recordLearnt(tx, deps.history, id, venue, actor.id)
  if ('made' in result) {
    const { my_id: attendanceId, audience } = result.made
    const deed = { type: 'SHOW_ADDED', actorId: actor.id, audience, showId: id } as const
    await deps.note(tx, { ...deed, ...(attendanceId !== null && { attendanceId }) })
    return result
  }
  await fillIn(tx, deps.history, actor, result.met, show)
  return { id, added }
}

function placeOf(written: ShowCreate): Place {
  const { address = null, latitude = null, longitude = null } = spotOf(written)
  const { venue_city: city = null, venue_state: state = null, venue_country: country = null } = written
  return { name: written.venue_name, address, city, state, country, latitude, longitude }
}

/** What the show did not say yet and this person knows; what an organiser looks after is for her to say. */
async function fillIn(
  tx: Tx,
  history: History,
  actor: Actor,
  met: meetings.Met,
  { artistIds, time: showTime, title: showTitle }: meetings.NewShow,
): Promise<void> {
  const facts = await store.lockFacts(tx, met.id)
  if (facts === undefined || facts.organised) return
  const time = met.show_time === null && showTime !== null ? showTime : undefined
  const title = met.title === null && showTitle !== null ? showTitle : undefined
  const starts_at = time && utcOf(localStart(facts.show_date, time), facts.time_zone)
  const news = said({ title, show_time: time, starts_at })
  const isNews = Object.keys(news).length > 0
  const more = met.acts === 1 && artistIds.length > 1
  if (isNews) await store.updateShow(tx, met.id, news)
  if (more) await store.writeBill(tx, met.id, artistIds)
  if (!isNews && !more) return
  await recordChanges(tx, history, met.id, facts, { authorId: actor.id })
  await announce(tx, 'show', met.id, 'facts')
}
