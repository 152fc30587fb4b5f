import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { findPerson } from '../policy.ts'
import { MOST_FOLLOWED } from '../rules.ts'
import * as store from '../store.ts'
import type { FriendDeps } from './befriend.ts'

/** Has the actor follow somebody; following twice is following. */
export async function follow(
  tx: Tx,
  { note, tell }: FriendDeps,
  actor: Pick<Actor, 'id'>,
  personId: string,
): Promise<Refusal | undefined> {
  if (personId === actor.id) return refuse('own_person')
  await store.lockPair(tx, actor.id, personId)
  if ((await findPerson(tx, actor.id, { id: personId })) === undefined) return refuse('not_found')
  if ((await store.countFollowed(tx, actor.id)) >= MOST_FOLLOWED) return refuse('too_many_followed')
  const relationshipId = await store.insertTie(tx, 'follow', actor.id, personId)
  if (relationshipId === undefined) return undefined
  await note(tx, {
    type: 'FOLLOW',
    actorId: actor.id,
    audience: 'public',
    targetId: personId,
    relationshipId,
  })
  await tell(tx, { kind: 'follow', to: [personId], actorId: actor.id })
  return undefined
}

/** Has the actor follow somebody no longer; what she did not follow stays so. */
export async function unfollow(
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  personId: string,
): Promise<Refusal | undefined> {
  if (personId === actor.id) return refuse('own_person')
  await store.lockPair(tx, actor.id, personId)
  if ((await findPerson(tx, actor.id, { id: personId })) === undefined) return refuse('not_found')
  await store.deleteTie(tx, 'follow', actor.id, personId)
  return undefined
}
