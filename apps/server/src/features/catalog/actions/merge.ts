import { isRefusal, type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { RevisedChange } from '@sharemyshows/contract/history'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { History } from '../../history/feature.ts'
import { refuseMerge } from '../policy.ts'
import { filledIn, townFrom } from '../rules.ts'
import * as store from '../store.ts'
import { learn } from './correct-venue.ts'

/** What the shows do when all that is of one artist or venue becomes another's; refused when they cannot. */
export type MoveShows = {
  moveToArtist(tx: Tx, actor: Actor, fromId: string, intoId: string): Promise<undefined | Refusal>
  moveToVenue(
    tx: Tx,
    actor: Actor,
    fromId: string,
    into: { id: string; time_zone: string },
  ): Promise<undefined | Refusal>
  /** Reckons them anew once the venue is known to lie in another zone. */
  followZone(tx: Tx, venue: { id: string; time_zone: string }): Promise<void>
}
export type MergeDeps = { history: History; shows: MoveShows }

/** Has one artist become another, who is known by both names from then on. Gives the one that stays. */
export function mergeArtists(tx: Tx, deps: MergeDeps, actor: Actor, id: string, into: string) {
  return merge(tx, deps.history, actor, 'artist', [id, into], async (fromId, intoId) => {
    const refusal = await deps.shows.moveToArtist(tx, actor, fromId, intoId)
    if (isRefusal(refusal)) return refusal
    const [from, stays] = await store.buryArtist(tx, fromId, intoId)
    return [{ field: 'artist_name', before: from, after: stays }]
  })
}

/** Has one venue become another, which learns what only the first knew. Gives the one that stays. */
export function mergeVenues(tx: Tx, deps: MergeDeps, actor: Actor, id: string, into: string) {
  return merge(tx, deps.history, actor, 'venue', [id, into], async (fromId, intoId) => {
    const [from, before] = [await store.lockVenue(tx, fromId), await store.lockVenue(tx, intoId)]
    await store.buryVenue(tx, fromId, intoId)
    const town = townFrom(before, from)
    if (town !== undefined) await store.takeTown(tx, from, before, town)
    const known = await store.lockVenue(tx, intoId)
    const place = { ...from, city: null }
    const stays = await learn(tx, known, (now) => filledIn(now, place), town !== undefined)
    const refusal = await deps.shows.moveToVenue(tx, actor, fromId, stays)
    return isRefusal(refusal) ? refusal : nameChanges(from, before)
  })
}

const nameChanges = (from: store.Known, into: store.Known): RevisedChange[] => {
  const told = { venue_name: 'name', venue_city: 'city', venue_country: 'country' } as const
  return (Object.keys(told) as (keyof typeof told)[])
    .map((field) => ({ field, before: from[told[field]], after: into[told[field]] }))
    .filter(({ field, before, after }) => field === 'venue_name' || before !== after)
}

type Kind = 'artist' | 'venue'

async function merge(
  tx: Tx,
  history: History,
  actor: Actor,
  kind: Kind,
  [id, into]: readonly [string, string],
  act: (fromId: string, intoId: string) => Promise<RevisedChange[] | Refusal>,
): Promise<string | Refusal> {
  if (id === into) return refuseField('into', 'Choose another one')
  const both = await store.lockSurvivors(tx, kind, [id, into])
  if (both === undefined) return refuse('not_found')
  const [fromId, intoId] = both
  const refusal = await refuseMerge(tx, actor, kind, both)
  if (refusal !== undefined) return refusal
  if (fromId === intoId) return intoId
  const hidden = (await history.isHidden(tx, kind, fromId)) || undefined
  const changes = await act(fromId, intoId)
  if (isRefusal(changes)) return changes
  await history.moveRevisions(tx, kind, fromId, intoId)
  const showId = await store.findShowOf(tx, kind, intoId, actor.id)
  await history.record(tx, {
    subject: kind,
    subjectId: intoId,
    showId,
    authorId: actor.id,
    kind: 'merge',
    changes,
    hidden,
  })
  return intoId
}
