import type { Tx } from '../../../platform/db/connect.ts'
import type { Leaver } from '../../../platform/db/forget.ts'
import type { Catalog } from '../../catalog/feature.ts'
import type { Unheld } from '../../shows/feature.ts'
import { findOrganised } from '../store.ts'
import { type WithdrawDeps, withdraw } from './withdraw-event.ts'

const A_TIME = 50

/**
 * Withdraws some events of an organiser who leaves; what only they were made of goes with them. Those who are told
 * read neither its name nor hers, because both are about to be gone.
 */
export async function forgetOrganizer(
  tx: Tx,
  deps: WithdrawDeps & { catalog: Pick<Catalog, 'dropUnused'> },
  { id: personId }: Leaver,
): Promise<boolean> {
  const events = await findOrganised(tx, personId, A_TIME)
  const gone: Unheld[] = []
  for (const id of events) {
    await deps.shows.close(tx, id)
    const unheld = await withdraw(tx, deps, id, { byId: personId, isNamed: false })
    if (unheld !== undefined) gone.push(unheld)
  }
  await deps.catalog.dropUnused(tx, {
    artistIds: gone.flatMap((show) => show.artistIds),
    venueIds: gone.map((show) => show.venueId),
  })
  return events.length > 0
}
