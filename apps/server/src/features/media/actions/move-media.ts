import type { Refusal } from '@sharemyshows/contract/errors'
import type { MediaMove } from '@sharemyshows/contract/media-sets'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { refuseMissing } from '../policy.ts'
import { moveToShow } from '../store/sets.ts'
import { type JoinShow, joinShow } from './join-show.ts'
import { tellShow } from './tell-show.ts'

/** Moves media of the actor to a show that she may see, or off theirs; all or none. */
export async function moveMedia(
  tx: Tx,
  { join }: { join: JoinShow },
  actor: Actor,
  { ids, show_id }: z.output<typeof MediaMove>,
): Promise<number | Refusal> {
  const refusal = show_id === null ? null : await joinShow(join, tx, actor, show_id)
  if (refusal !== null) return refusal
  const moved = await moveToShow(tx, actor.id, ids, show_id)
  const missing = await refuseMissing(tx, actor, ids, moved)
  if (missing !== null) return missing
  const elsewhere = moved.filter((before) => before.show_id !== show_id)
  await tellShow(tx, ...elsewhere.flatMap((before) => [before, { ...before, show_id }]))
  return elsewhere.length
}
