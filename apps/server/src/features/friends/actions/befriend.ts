import type { Tx } from '../../../platform/db/connect.ts'
import type { Feed } from '../../feed/feature.ts'
import type { Notifications } from '../../notifications/feature.ts'
import { announceFriends, announceRequests } from '../facts.ts'
import * as store from '../store.ts'

export type FriendDeps = Pick<Feed, 'note'> & Pick<Notifications, 'tell'>

/** Makes two people friends, as one of them asked and the other says yes; the caller holds the pair. */
export async function befriend(
  tx: Tx,
  { note, tell }: FriendDeps,
  { askerId, accepterId }: { askerId: string; accepterId: string },
): Promise<void> {
  const [ofAccepter, ofAsker] = await store.befriend(tx, accepterId, askerId)
  const deed = { type: 'FRIENDSHIP', audience: 'public' } as const
  await note(tx, { ...deed, actorId: accepterId, targetId: askerId, relationshipId: ofAccepter })
  await note(tx, { ...deed, actorId: askerId, targetId: accepterId, relationshipId: ofAsker })
  await tell(tx, { kind: 'friend_accepted', to: [askerId], actorId: accepterId })
  await announceFriends(tx, askerId, accepterId)
  await announceRequests(tx, askerId, accepterId)
}
