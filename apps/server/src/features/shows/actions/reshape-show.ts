import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announce } from '../../../platform/live/rooms.ts'
import type { Settled } from '../../catalog/feature.ts'
import type { History } from '../../history/feature.ts'
import type { Facts } from '../rules.ts'
import * as meetings from '../store/meetings.ts'
import * as store from '../store/shows.ts'
import { followZone } from './follow-zone.ts'
import { recordChanges } from './record-changes.ts'

export type ReshapeDeps = {
  history: History
  /** Told of an organised show that takes place at another time or place. */
  moved: (tx: Tx, actor: Actor, showId: string) => Promise<void>
}

/** What is said anew of a show. */
export type Reshaping = {
  columns: store.ShowChange
  /** Who plays where, when that was settled anew, and the point that counts for its place. */
  settled?: Settled | undefined
  point?: meetings.Meeting['point']
  /** The revision whose change this puts back. */
  revertsId?: string | undefined
  /** It becomes an organised one; whatever else is nearby stays what it is. */
  adopting?: true
}

/** Writes what all share of a show, whose `facts` the caller has locked, and tells of it. */
export async function reshape(
  tx: Tx,
  { history, moved }: ReshapeDeps,
  actor: Actor,
  id: string,
  facts: Facts,
  { columns, settled, point, revertsId, adopting }: Reshaping,
): Promise<undefined | Refusal> {
  const title = columns.title === undefined ? facts.title : columns.title
  const headlinerId = settled === undefined ? facts.headliner_id : (settled.artistIds[0] ?? null)
  // where nobody is named the title stands for who plays
  if (title === null && (headlinerId === null || facts.organised)) return refuseField('title', 'Required')
  if (settled !== undefined && !adopting) {
    const { venue } = settled
    const date = columns.show_date ?? facts.show_date
    const meeting = { headlinerId, title, date, venueId: venue.id }
    if (await meetings.meetsOther(tx, { ...meeting, point: point ?? venue.point }, id))
      return refuse('show_exists')
  }
  const place = settled === undefined ? {} : { venue_id: settled.venue.id, headliner_id: headlinerId }
  await store.updateShow(tx, id, { ...columns, ...place })
  if (settled !== undefined) await store.writeBill(tx, id, settled.artistIds)
  if (settled?.venue.rezoned) await followZone(tx, settled.venue)
  await recordChanges(tx, history, id, facts, { authorId: actor.id, revertsId })
  await announce(tx, 'show', id, 'facts')
  const after = await store.readFacts(tx, id)
  if (facts.organised && after !== undefined && isElsewhere(facts, after)) await moved(tx, actor, id)
  return undefined
}

const isElsewhere = (before: Facts, after: Facts): boolean =>
  before.starts_at !== after.starts_at || before.venue_id !== after.venue_id || before.spot !== after.spot
