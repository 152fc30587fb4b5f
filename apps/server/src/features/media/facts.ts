import type { Tx } from '../../platform/db/connect.ts'

/** Hears that a recording has become ready, in the transaction that says so. */
export type ReadyListener = (tx: Tx, mediumId: string) => Promise<void>

export async function announceReady(
  tx: Tx,
  listeners: readonly ReadyListener[],
  mediumId: string,
): Promise<void> {
  for (const listener of listeners) await listener(tx, mediumId)
}
