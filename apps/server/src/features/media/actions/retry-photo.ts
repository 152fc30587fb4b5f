import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { ownMedium } from '../policy.ts'
import { lockMedium, updateMedium } from '../store.ts'
import { tellShow } from './tell-show.ts'

/** Has the renditions of a failed photo made again. */
export async function retryPhoto(tx: Tx, actor: Actor, photoId: string): Promise<Refusal | null> {
  const id = await ownMedium(tx, actor, photoId, 'photo')
  if (isRefusal(id)) return id
  const photo = await lockMedium(tx, id)
  if (photo?.state !== 'failed') return refuse('media_not_failed')
  await updateMedium(tx, id, { state: 'processing', failure: null })
  await enqueue(tx, 'render-photo', { id }, { key: `render-photo:${id}` })
  await tellShow(tx, photo)
  return null
}
