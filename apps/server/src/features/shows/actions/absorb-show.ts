import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { utcOf } from '../../../platform/geo/wall-clock.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announce, recheckRoom } from '../../../platform/live/rooms.ts'
import type { History, Song } from '../../history/feature.ts'
import { type Facts, factsOnWire, localStart, said } from '../rules.ts'
import * as merging from '../store/merging.ts'
import * as store from '../store/shows.ts'

/** Moves what one feature keeps of a show to another show; what both have becomes one. */
export type MoveToShow = (tx: Tx, fromId: string, intoId: string) => Promise<void>
export type AbsorbDeps = {
  history: History
  /** People's parts first: they decide who sees what else there is. */
  moving: readonly MoveToShow[]
  moveSetlist: (tx: Tx, fromId: string, intoId: string) => Promise<{ left: Song[]; stays: Song[] }>
}

/**
 * Has one show become another; the caller holds both locked. Facts that the one that stays does not say come from the
 * other. Everything moves with it, and its id leads to the other. A show with an organiser is never the one that goes.
 */
export async function absorb(
  tx: Tx,
  { history, moving, moveSetlist }: AbsorbDeps,
  actor: Actor,
  fromId: string,
  intoId: string,
): Promise<undefined | Refusal> {
  if (await store.isOrganised(tx, fromId)) return refuse('show_organised')
  const [from, into] = [await store.readFacts(tx, fromId), await store.readFacts(tx, intoId)]
  if (from === undefined || into === undefined) return refuse('not_found')
  const hidden = (await history.isHidden(tx, 'show', fromId)) || undefined
  for (const move of moving) await move(tx, fromId, intoId)
  const { left, stays } = await moveSetlist(tx, fromId, intoId)
  await history.moveRevisions(tx, 'show', fromId, intoId)
  await complete(tx, intoId, from, into)
  await merging.joinBills(tx, fromId, intoId)
  await merging.replaceShow(tx, fromId, intoId)
  const after = (await store.readFacts(tx, intoId)) ?? into
  const changes = history.differences(factsOnWire(from).meeting, factsOnWire(after).meeting)
  const songs = left.length > 0 ? history.setlistDifference(left, stays) : []
  await history.record(tx, {
    subject: 'show',
    subjectId: intoId,
    showId: intoId,
    authorId: actor.id,
    kind: 'merge',
    changes: [...changes, ...songs],
    hidden,
  })
  await recheckRoom(tx, 'show', fromId)
  // of what was hidden nobody else may learn even that it moved
  const only = hidden ? actor.id : undefined
  for (const part of ['facts', 'people', 'setlist', 'media', 'comments'] as const)
    await announce(tx, 'show', intoId, part, only)
  return undefined
}

/** Title and time, where the show that stays does not say them. */
async function complete(tx: Tx, intoId: string, from: Facts, into: Facts): Promise<void> {
  const title = into.title === null && from.title !== null ? from.title : undefined
  const time = into.show_time === null && from.show_time !== null ? from.show_time : undefined
  const starts_at = time && utcOf(localStart(into.show_date, time), into.time_zone)
  const news = said({ title, show_time: time, starts_at })
  if (Object.keys(news).length > 0) await store.updateShow(tx, intoId, news)
}
