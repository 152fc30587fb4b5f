import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { seeShow } from '../../../viewer/gate.ts'
import { deleteUnheld, lockShow } from '../store/shows.ts'
import type { CreateDeps } from './create-show.ts'

/**
 * Takes a show out of the actor's diary that was brought into it, as if it had never been: it goes when nobody holds
 * anything in it, and with it artists and venues that nothing else is made of, as far as they are younger than `since`.
 * Ids tell: those made later are greater.
 */
export async function takeBackShow(
  tx: Tx,
  { attendance, catalog }: Pick<CreateDeps, 'attendance' | 'catalog'>,
  actor: Pick<Actor, 'id'>,
  id: string,
  since: string,
): Promise<void> {
  await lockShow(tx, id)
  const show = await seeShow(tx, actor.id, id)
  if (show === null) return
  await attendance.leave(tx, actor.id, show)
  const gone = await deleteUnheld(tx, show)
  if (gone === undefined) return
  const younger = (ids: readonly string[]) => ids.filter((made) => made > since)
  await catalog.dropUnused(tx, {
    artistIds: younger(gone.artistIds),
    venueIds: younger([gone.venueId]),
  })
}
