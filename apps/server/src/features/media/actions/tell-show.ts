import type { Tx } from '../../../platform/db/connect.ts'
import { announce } from '../../../platform/live/rooms.ts'
import { isHidden, type MediumRow } from '../store.ts'

/**
 * Tells the show's open pages that its media have changed; `versions` are the medium before and now, as far as there
 * are. Of one that nobody else sees in any of them, only the owner's pages hear.
 */
export async function tellShow(tx: Tx, ...versions: (MediumRow | undefined)[]): Promise<void> {
  const media = versions.filter((medium) => medium !== undefined)
  const [{ show_id, owner_id } = {}] = media
  if (!show_id || !owner_id) return
  const audiences = media.map(({ audience }) => audience)
  const hidden = await isHidden(tx, owner_id, show_id, audiences)
  await announce(tx, 'show', show_id, 'media', hidden ? owner_id : undefined)
}
