import type { ChosenAudience } from '@sharemyshows/contract/fields'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { updateAudiences } from '../store/media.ts'
import { tellShow } from './tell-show.ts'

/** Has the same people see all media of a person; gives the number of those for which that is new. */
export async function changeAudiences(tx: Tx, actor: Actor, audience: ChosenAudience): Promise<number> {
  const changed = await updateAudiences(tx, actor.id, audience)
  await tellShow(tx, ...changed.flatMap(({ before, ...now }) => [now, { ...now, audience: before }]))
  return changed.length
}
