import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { MediaKind, MediumChange } from '@sharemyshows/contract/media'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { ownMedium } from '../policy.ts'
import { findMedium, lockMedium, updateMedium } from '../store/media.ts'
import { moveToShow } from '../store/sets.ts'
import { type JoinShow, joinShow } from './join-show.ts'
import { tellShow } from './tell-show.ts'

/** Changes what was sent; null and an empty text take the caption away, null the medium off its show. */
export async function changeMedium(
  tx: Tx,
  { join }: { join: JoinShow },
  actor: Actor,
  kind: MediaKind,
  mediumId: string,
  { audience, show_id, ...texts }: MediumChange,
): Promise<Refusal | null> {
  const id = await ownMedium(tx, actor, mediumId, kind)
  if (isRefusal(id)) return id
  // shows before media, as everywhere
  const refusal = show_id ? await joinShow(join, tx, actor, show_id) : null
  if (refusal !== null) return refusal
  const before = await lockMedium(tx, id)
  if (show_id !== undefined && show_id !== before?.show_id) await moveToShow(tx, actor.id, [id], show_id)
  const caption = texts.caption === undefined ? texts.title : texts.caption
  await updateMedium(tx, id, {
    ...(caption !== undefined && { caption: caption || null }),
    ...(audience !== undefined && { audience }),
  })
  await tellShow(tx, before, await findMedium(tx, id))
  return null
}
