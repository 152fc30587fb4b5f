import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { recheckRoom } from '../../../platform/live/rooms.ts'
import { seeShow } from '../../../viewer/gate.ts'
import type { Catalog, Place } from '../../catalog/feature.ts'
import { claimOf } from '../rules.ts'
import * as meetings from '../store/meetings.ts'
import * as store from '../store/shows.ts'
import { followZone } from './follow-zone.ts'
import { recordLearnt } from './record-changes.ts'
import { type ReshapeDeps, reshape } from './reshape-show.ts'

export type HostDeps = ReshapeDeps & { catalog: Catalog }

/** A night as its organiser announces it. */
export type Night = {
  title: string
  /** Names, the headliner first; may be nobody. */
  artists: readonly string[]
  place: Place
  point: { latitude: number; longitude: number }
  date: string
  time: string
  startsAt: string
  zone: string
  /** What only an event says. */
  columns: store.ShowChange
}

/**
 * Has the actor organise a show: one that people have written down already becomes hers, with all that they hold in
 * it; one that has an organiser is refused, and named to those who see it.
 */
export async function hostShow(
  tx: Tx,
  deps: HostDeps,
  actor: Actor,
  night: Night,
): Promise<string | Refusal> {
  const { title, artists, point, date } = night
  const settled = await deps.catalog.settle(tx, {
    artists,
    place: night.place,
    personId: actor.id,
    claim: claimOf(artists, date, title),
  })
  const { venue, artistIds } = settled
  const [headlinerId = null] = artistIds
  const there = await meetings.lockMeeting(tx, { headlinerId, title, date, venueId: venue.id, point })
  if (there?.organised) {
    const seen = await seeShow(tx, actor.id, there.id)
    return refuse('show_exists', seen === null ? {} : { details: { show_id: seen } })
  }
  const columns = {
    ...night.columns,
    ...point,
    title,
    show_date: date,
    show_time: night.time,
    starts_at: night.startsAt,
    time_zone: night.zone,
    organizer_id: actor.id,
    origin: 'organizer',
  }
  if (there !== undefined) return (await adopt(tx, deps, actor, there.id, columns, settled)) ?? there.id
  if (venue.rezoned) await followZone(tx, venue)
  const id = newId()
  const made = { ...columns, id, venue_id: venue.id, headliner_id: headlinerId, created_by: actor.id }
  await store.insertEvent(tx, made, artistIds)
  await recordLearnt(tx, deps.history, id, venue, actor.id)
  return id
}

/** Whoever saw it in somebody's diary may be one who does not see it as an event. */
async function adopt(
  tx: Tx,
  deps: HostDeps,
  actor: Actor,
  id: string,
  columns: store.ShowChange,
  settled: Awaited<ReturnType<Catalog['settle']>>,
): Promise<undefined | Refusal> {
  const facts = await store.lockFacts(tx, id)
  if (facts === undefined) return refuse('not_found')
  await recheckRoom(tx, 'show', id)
  return reshape(tx, deps, actor, id, facts, { columns, settled, adopting: true })
}
