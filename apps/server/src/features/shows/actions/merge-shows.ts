import { isRefusal, type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { type SeenShowId, seeShow } from '../../../viewer/gate.ts'
import { requireBoth } from '../policy.ts'
import { lockSurvivors } from '../store/merging.ts'
import { type AbsorbDeps, absorb } from './absorb-show.ts'

/** Has one show become another. Two that are one already are left as they are. Gives the one that stays. */
export async function mergeShows(
  tx: Tx,
  deps: AbsorbDeps,
  actor: Actor,
  id: string,
  into: string,
): Promise<SeenShowId | Refusal> {
  if (id === into) return refuseField('into', 'Choose another show')
  const [fromId, intoId] = await lockSurvivors(tx, [id, into])
  if (!fromId || !intoId) return refuse('not_found')
  if (fromId === intoId) return (await seeShow(tx, actor.id, intoId)) ?? refuse('not_found')
  const stays = await requireBoth(tx, actor, fromId, intoId)
  if (isRefusal(stays)) return stays
  return (await absorb(tx, deps, actor, fromId, intoId)) ?? stays
}
