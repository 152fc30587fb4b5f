import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Leaver } from '../../../platform/db/forget.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { removeLater } from '../../../platform/storage/remove-files.ts'
import { ownMedium } from '../policy.ts'
import { deleteMedia, lockMedium } from '../store.ts'
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

const A_TIME = 200

/** Deletes some of all media a person has; true while there may be more. */
export async function forgetMedia(tx: Tx, { id }: Leaver): Promise<boolean> {
  const keys = await deleteMedia(tx, { ownerId: id, atMost: A_TIME })
  await removeLater(tx, keys)
  return keys.length > 0
}
