import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { type SeenShowId, seeShow } from '../../../viewer/gate.ts'

/** Puts a show into a person's diary, unless it is there; false when the show has just gone. */
export type JoinShow = (
  tx: Tx,
  personId: string,
  showId: SeenShowId,
  how: { method: 'photo'; state: 'attended' },
) => Promise<boolean>

/** Puts a show that the actor may see into her diary, and keeps it from going; refused when to her there is none. */
export async function joinShow(
  join: JoinShow,
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  showId: string,
): Promise<Refusal | null> {
  const show = await seeShow(tx, actor.id, showId)
  if (show !== null && (await join(tx, actor.id, show, { method: 'photo', state: 'attended' }))) return null
  return refuse('not_found', { message: 'There is no such show, or it is not yours to see.' })
}
