import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { lockMedium } from '../store/media.ts'
import { takeAway } from './delete-media.ts'

/** Takes away for good what the actor brought along, unless she has said something else of it since; false where she has. */
export async function takeBack(tx: Tx, actor: Actor, id: string, caption: string | null): Promise<boolean> {
  const medium = await lockMedium(tx, id)
  if (medium === undefined) return true
  if (medium.owner_id !== actor.id || medium.caption !== caption) return false
  await takeAway(tx, id)
  return true
}
