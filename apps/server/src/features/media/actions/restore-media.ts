import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { MediaKind } from '@sharemyshows/contract/media'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { findMedium } from '../store/media.ts'
import { countBytes } from '../store/room.ts'
import { unmarkDeleted } from '../store/sets.ts'
import { enqueueRendering } from './enqueue-rendering.ts'
import { tellShow } from './tell-show.ts'

/** Brings back media that the actor deleted in the last minutes, all or none; done twice is done once. */
export async function restoreMedia(
  tx: Tx,
  { quota }: { quota: number },
  actor: Actor,
  ids: readonly string[],
): Promise<number | Refusal> {
  const found = await unmarkDeleted(tx, actor.id, ids)
  if (found.length < new Set(ids).size) return refuse('not_found')
  const restored = found.filter(({ deleted }) => deleted)
  // or who deletes, adds and restores would keep twice what she may
  if (restored.length > 0 && (await countBytes(tx, actor.id)) > quota) return refuse('quota_exceeded')
  // what was being prepared when it was deleted has been given up since
  for (const medium of restored) if (medium.state === 'processing') await enqueueRendering(tx, medium)
  await tellShow(tx, ...restored)
  return restored.length
}

/** The same for one of a kind. */
export async function restoreMedium(
  tx: Tx,
  deps: { quota: number },
  actor: Actor,
  kind: MediaKind,
  id: string,
): Promise<Refusal | null> {
  const restored = await restoreMedia(tx, deps, actor, [id])
  if (isRefusal(restored)) return restored
  // one of another kind is nothing here, and stays as it was
  return (await findMedium(tx, id))?.kind === kind ? null : refuse('not_found')
}
