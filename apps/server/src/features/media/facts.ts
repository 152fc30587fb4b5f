import type { MediaKind } from '@sharemyshows/contract/media'
import type { Tx } from '../../platform/db/connect.ts'

/** Hears that a medium was added, in the transaction that adds it. */
export type AddedListener = (
  tx: Tx,
  medium: { id: string; kind: MediaKind; owner_id: string },
) => Promise<void>

/** Hears that a recording has become ready, in the transaction that says so. */
export type ReadyListener = (tx: Tx, mediumId: string) => Promise<void>

export async function announceReady(
  tx: Tx,
  listeners: readonly ReadyListener[],
  mediumId: string,
): Promise<void> {
  for (const listener of listeners) await listener(tx, mediumId)
}
