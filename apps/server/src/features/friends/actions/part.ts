import type { Tx } from '../../../platform/db/connect.ts'
import { recheckPeople } from '../../../platform/live/rooms.ts'
import { announceFriends, announceRequests } from '../facts.ts'
import * as store from '../store.ts'

/** Has one person block another: what joined them ends on both sides, whatever either was about to do. */
export async function part(tx: Tx, personId: string, otherId: string): Promise<void> {
  await store.lockPair(tx, personId, otherId)
  if ((await store.insertTie(tx, 'block', personId, otherId)) === undefined) return
  if (await store.deleteTies(tx, personId, otherId)) {
    await announceFriends(tx, personId, otherId)
    await announceRequests(tx, personId, otherId)
  }
  await recheckPeople(tx, [personId, otherId])
}

/** Takes a block back; what it ended stays ended. */
export async function unpart(tx: Tx, personId: string, otherId: string): Promise<void> {
  await store.deleteTie(tx, 'block', personId, otherId)
}
