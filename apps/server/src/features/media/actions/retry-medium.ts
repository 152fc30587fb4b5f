import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { MediaKind } from '@sharemyshows/contract/media'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { ownMedium } from '../policy.ts'
import { lockMedium, updateMedium } from '../store/media.ts'
import { enqueueRendering } from './enqueue-rendering.ts'
import { tellShow } from './tell-show.ts'

/** Has the renditions of a failed medium made again. */
export async function retryMedium(
  tx: Tx,
  actor: Actor,
  kind: MediaKind,
  mediumId: string,
): Promise<Refusal | null> {
  const id = await ownMedium(tx, actor, mediumId, kind)
  if (isRefusal(id)) return id
  const medium = await lockMedium(tx, id)
  if (medium?.state !== 'failed') return refuse('media_not_failed')
  await updateMedium(tx, id, { state: 'processing', failure: null, failure_code: null })
  await enqueueRendering(tx, { id, kind })
  await tellShow(tx, medium)
  return null
}
