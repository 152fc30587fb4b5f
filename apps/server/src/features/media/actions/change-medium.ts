import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { MediumChange } from '@sharemyshows/contract/media'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { ownMedium } from '../policy.ts'
import { findMedium, lockMedium, updateMedium } from '../store.ts'
import { tellShow } from './tell-show.ts'

/** Changes what was sent; null and an empty text take the caption away. */
export async function changePhoto(
  tx: Tx,
  actor: Actor,
  photoId: string,
  { caption, audience }: z.output<typeof MediumChange>,
): Promise<Refusal | null> {
  const id = await ownMedium(tx, actor, photoId, 'photo')
  if (isRefusal(id)) return id
  const before = await lockMedium(tx, id)
  await updateMedium(tx, id, {
    ...(caption !== undefined && { caption: caption || null }),
    ...(audience !== undefined && { audience }),
  })
  await tellShow(tx, before, await findMedium(tx, id))
  return null
}
