import type { ChosenAudience } from '@sharemyshows/contract/fields'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announceEach } from '../../../platform/live/rooms.ts'
import { openShows, updateAudiences } from '../store.ts'

/** Has the same people see all photos of a person; gives the number of photos for which that is new. */
export async function changeAudiences(tx: Tx, actor: Actor, audience: ChosenAudience): Promise<number> {
  const changed = await updateAudiences(tx, actor.id, audience)
  const shows = [...new Set(changed.filter((id) => id !== null))]
  const open = new Set(await openShows(tx, actor.id, shows))
  await announceEach(tx, 'show', [...open], 'media')
  // where she keeps to herself that she was there, nobody else ever saw one
  const hidden = shows.filter((id) => !open.has(id))
  await announceEach(tx, 'show', hidden, 'media', actor.id)
  return changed.length
}
