import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { ownMedium } from '../policy.ts'
import { deleteMedia, lockMedium } from '../store.ts'
import { removeLater } from './remove-files.ts'
import { tellShow } from './tell-show.ts'

/** Deletes the actor's photo; its files follow by a job. */
export async function deletePhoto(tx: Tx, actor: Actor, photoId: string): Promise<Refusal | undefined> {
  const id = await ownMedium(tx, actor, photoId, 'photo')
  if (isRefusal(id)) return id
  await tellShow(tx, await lockMedium(tx, id))
  await removeLater(tx, await deleteMedia(tx, { id }))
  return undefined
}

/** Deletes all media a person has of a show; their files follow by a job. */
export async function releaseMedia(tx: Tx, ownerId: string, showId: string): Promise<void> {
  await removeLater(tx, await deleteMedia(tx, { ownerId, showId }))
}
