import type { Tx } from '../../../platform/db/connect.ts'
import { announceEach } from '../../../platform/live/rooms.ts'
import { type MediumRow, openShows } from '../store/media.ts'

type Version = Pick<MediumRow, 'owner_id' | 'show_id' | 'audience'>

/**
 * Tells the open pages of shows that their media have changed; `versions` are one person's media before and now, as far
 * as there are. Of what nobody else sees in any of them, only the owner's pages hear.
 */
export async function tellShow(tx: Tx, ...versions: (Version | undefined)[]): Promise<void> {
  const media = versions.filter((medium) => medium !== undefined)
  const [{ owner_id } = {}] = media
  if (owner_id === undefined) return
  const shown = showsOf(media)
  const open = new Set(
    await openShows(tx, owner_id, showsOf(media.filter(({ audience }) => audience !== 'private'))),
  )
  await announceEach(tx, 'show', [...open], 'media')
  // where she keeps to herself that she was there, or what she has of it, nobody else ever saw one
  const hidden = shown.filter((id) => !open.has(id))
  await announceEach(tx, 'show', hidden, 'media', owner_id)
}

const showsOf = (media: readonly Version[]): string[] => [
  ...new Set(media.map(({ show_id }) => show_id).filter((id) => id !== null)),
]
