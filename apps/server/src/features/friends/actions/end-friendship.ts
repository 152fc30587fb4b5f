import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announceFriends } from '../facts.ts'
import * as store from '../store.ts'

/** Ends a friendship on both sides; who follows whom stays. */
export async function endFriendship(
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  personId: string,
): Promise<Refusal | undefined> {
  await store.lockPair(tx, actor.id, personId)
  if (!(await store.deleteFriendship(tx, actor.id, personId))) return refuse('not_found')
  await announceFriends(tx, actor.id, personId)
  return undefined
}
