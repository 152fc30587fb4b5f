import type { Tx } from '../../../platform/db/connect.ts'
import type { History } from '../../history/feature.ts'
import { deleteUnused } from '../store.ts'

/** Drops those of these artists and venues that no show is made of any more, and what was ever changed of them. */
export async function dropUnused(
  tx: Tx,
  history: History,
  { artistIds, venueIds }: { artistIds: readonly string[]; venueIds: readonly string[] },
): Promise<void> {
  await history.dropRevisions(tx, 'artist', await deleteUnused(tx, 'artists', artistIds))
  await history.dropRevisions(tx, 'venue', await deleteUnused(tx, 'venues', venueIds))
}
