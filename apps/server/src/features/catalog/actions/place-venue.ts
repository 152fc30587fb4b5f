import type { Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announce } from '../../../platform/live/rooms.ts'
import { refuseTelling } from '../policy.ts'
import * as store from '../store.ts'
import { correctVenue } from './correct-venue.ts'
import type { MergeDeps } from './merge.ts'

export type Placing = {
  latitude: number
  longitude: number
  address?: string | undefined
  /** The place of OpenStreetMap that says so; null where something else does. */
  osmId: string | null
}

/** Writes down where a venue is, as somebody says who may; the shows there follow its clocks. */
export async function placeVenue(
  tx: Tx,
  { history, shows }: MergeDeps,
  actor: Actor,
  id: string,
  { osmId, ...where }: Placing,
): Promise<undefined | Refusal> {
  await store.lockThing(tx, 'venue', id)
  const refusal = await refuseTelling(tx, actor, 'venue', id)
  if (refusal !== undefined) return refusal
  const before = await store.lockVenue(tx, id)
  const { address = before.address, latitude, longitude } = where
  const venue = await correctVenue(tx, id, { address, latitude, longitude })
  await store.updateVenue(tx, id, { osm_id: osmId })
  if (venue.rezoned) await shows.followZone(tx, venue)
  const showId = await store.findShowOf(tx, 'venue', id, actor.id)
  await history.record(tx, {
    subject: 'venue',
    subjectId: id,
    showId,
    authorId: actor.id,
    kind: 'edit',
    changes: history.differences(spotOf(before), spotOf({ address, latitude, longitude })),
  })
  if (showId !== null) await announce(tx, 'show', showId, 'facts')
  return undefined
}

const spotOf = ({
  address,
  latitude,
  longitude,
}: Pick<store.Known, 'address' | 'latitude' | 'longitude'>) => ({
  venue_address: address,
  venue_latitude: latitude,
  venue_longitude: longitude,
})
