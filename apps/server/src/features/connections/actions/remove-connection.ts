import type { Provider } from '@sharemyshows/contract/connections'
import type { Tx } from '../../../platform/db/connect.ts'
import * as store from '../store.ts'
import type { Dropped } from './end-request.ts'

/** Disconnects an account: its tokens go, what was begun, and what came from it. */
export async function removeConnection(
  tx: Tx,
  dropped: readonly Dropped[],
  personId: string,
  provider: Provider,
): Promise<undefined> {
  await store.deleteAccount(tx, personId, provider)
  for (const drop of dropped) await drop(tx, personId)
}
