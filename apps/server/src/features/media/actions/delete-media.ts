import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { MediaKind } from '@sharemyshows/contract/media'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Leaver } from '../../../platform/db/forget.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { removeLater } from '../../../platform/storage/remove-files.ts'
import { ownMedium, refuseMissing } from '../policy.ts'
import { GRACE_MINUTES } from '../rules.ts'
import { findMedium } from '../store/media.ts'
import { markDeleted, removeMedia } from '../store/sets.ts'
import { tellShow } from './tell-show.ts'

/** Later than what it purges can still be restored, by whichever clock. */
const PURGE_AFTER_MS = (GRACE_MINUTES + 1) * 60_000

/** Deletes media of the actor, all or none: gone for everybody at once, and for good when nobody has restored them. */
export async function deleteMedia(tx: Tx, actor: Actor, ids: readonly string[]): Promise<number | Refusal> {
  const gone = await markDeleted(tx, actor.id, ids)
  const missing = await refuseMissing(tx, actor, ids, gone)
  if (missing !== null) return missing
  await enqueue(tx, 'purge-media', {}, { runAt: new Date(Date.now() + PURGE_AFTER_MS) })
  await tellShow(tx, ...gone)
  return gone.length
}

/** The same for one of a kind. */
export async function deleteMedium(
  tx: Tx,
  actor: Actor,
  kind: MediaKind,
  mediumId: string,
): Promise<Refusal | undefined> {
  const id = await ownMedium(tx, actor, mediumId, kind)
  const deleted = isRefusal(id) ? id : await deleteMedia(tx, actor, [id])
  return isRefusal(deleted) ? deleted : undefined
}

const A_TIME = 200

/** Removes for good what can no longer be restored; its files follow by a job. */
export async function purgeMedia(db: Db, signal: AbortSignal): Promise<void> {
  for (let more = true; more && !signal.aborted; ) {
    more =
      (await transact(db, async (tx) => {
        const keys = await removeMedia(tx, { expired: true, atMost: A_TIME })
        await removeLater(tx, keys)
        return keys.length > 0
      })) === true
  }
}

/** Removes all media a person has of a show for good; what she deleted before can still be restored, without it. */
export async function releaseMedia(tx: Tx, ownerId: string, showId: string): Promise<void> {
  await removeLater(tx, await removeMedia(tx, { ownerId, showId }))
}

/** Removes one for good, as a moderator decided; it may be gone. */
export async function takeAway(tx: Tx, id: string): Promise<void> {
  const medium = await findMedium(tx, id)
  await removeLater(tx, await removeMedia(tx, { id }))
  await tellShow(tx, medium)
}

/** Removes some of all media a person has; true while there may be more. */
export async function forgetMedia(tx: Tx, { id }: Leaver): Promise<boolean> {
  const keys = await removeMedia(tx, { ownerId: id, atMost: A_TIME })
  await removeLater(tx, keys)
  return keys.length > 0
}
