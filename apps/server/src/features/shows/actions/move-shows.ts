import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import * as merging from '../store/merging.ts'
import * as store from '../store/shows.ts'
import { type AbsorbDeps, absorb } from './absorb-show.ts'
import { followZone } from './follow-zone.ts'

/** Has one artist have played what another one did; shows that become the same concert are merged. */
export async function moveToArtist(
  tx: Tx,
  deps: AbsorbDeps,
  actor: Actor,
  fromId: string,
  intoId: string,
): Promise<undefined | Refusal> {
  await merging.lockShowsOfArtist(tx, fromId)
  const refusal = await absorbCollisions(tx, deps, actor, 'artist', fromId, intoId)
  if (refusal === undefined) await merging.replaceArtist(tx, fromId, intoId)
  return refusal
}

/** Has what happened at one venue have happened at another; shows that become the same concert are merged. */
export async function moveToVenue(
  tx: Tx,
  deps: AbsorbDeps,
  actor: Actor,
  fromId: string,
  into: { id: string; time_zone: string },
): Promise<undefined | Refusal> {
  await merging.lockShowsAt(tx, fromId)
  const refusal = await absorbCollisions(tx, deps, actor, 'venue', fromId, into.id)
  if (refusal !== undefined) return refusal
  await merging.replaceVenue(tx, fromId, into.id)
  await followZone(tx, into)
  return undefined
}

/** One after the other, because each can lead to the next. The one with an organiser stays, else that of `intoId`. */
async function absorbCollisions(
  tx: Tx,
  deps: AbsorbDeps,
  actor: Actor,
  kind: 'artist' | 'venue',
  fromId: string,
  intoId: string,
): Promise<undefined | Refusal> {
  for (;;) {
    const pair = await merging.findCollision(tx, kind, fromId, intoId)
    if (pair === undefined) return undefined
    const [going, staying] = await merging.lockSurvivors(tx, [pair.fromId, pair.intoId])
    if (!going || !staying || going === staying) continue
    const swaps = await store.isOrganised(tx, going)
    const refusal = await absorb(tx, deps, actor, swaps ? staying : going, swaps ? going : staying)
    if (isRefusal(refusal)) return refusal
  }
}
