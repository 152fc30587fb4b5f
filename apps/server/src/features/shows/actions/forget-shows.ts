import type { Tx } from '../../../platform/db/connect.ts'
import type { Leaver } from '../../../platform/db/forget.ts'
import { seeShow } from '../../../viewer/gate.ts'
import type { Attendances } from '../../attendance/feature.ts'
import type { Catalog } from '../../catalog/feature.ts'
import { deleteUnheld, findHeld, lockShow, type Unheld } from '../store/shows.ts'
import type { ReleaseMedia } from './delete-show.ts'

export type ForgetDeps = { attendance: Attendances; catalog: Catalog; releaseMedia: ReleaseMedia }

const A_TIME = 50

/**
 * Takes a person out of some of the shows she holds. Those that nobody holds then go, and with them the artists and the
 * venues that nothing else is made of: a name that only she ever wrote is hers.
 */
export async function forgetShows(tx: Tx, deps: ForgetDeps, { id: personId }: Leaver): Promise<boolean> {
  const held = await findHeld(tx, personId, A_TIME)
  const gone: Unheld[] = []
  for (const id of held) {
    await lockShow(tx, id)
    await deps.releaseMedia(tx, personId, id)
    const show = await seeShow(tx, personId, id)
    if (show !== null) await deps.attendance.leave(tx, personId, show)
    const unheld = await deleteUnheld(tx, id)
    if (unheld !== undefined) gone.push(unheld)
  }
  await deps.catalog.dropUnused(tx, {
    artistIds: gone.flatMap((show) => show.artistIds),
    venueIds: gone.map((show) => show.venueId),
  })
  return held.length > 0
}
