import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announceRequests } from '../facts.ts'
import { findPerson } from '../policy.ts'
import { MOST_OPEN } from '../rules.ts'
import * as store from '../store.ts'
import { befriend, type FriendDeps } from './befriend.ts'

type Who = { user_id?: string | undefined; username?: string | undefined }
/** The request there is now, and whether it was made just now. */
export type Asked = { id: string; isNew: boolean }

/**
 * Asks somebody to be friends. Who has asked the actor before, and has not taken it back, becomes her friend at once,
 * even if the actor had said no then: the other never knew, and still waits.
 */
export async function requestFriendship(
  tx: Tx,
  deps: FriendDeps,
  actor: Pick<Actor, 'id'>,
  { user_id, username = '' }: Who,
): Promise<Asked | Refusal> {
  const named = await findPerson(tx, actor.id, user_id === undefined ? { username } : { id: user_id })
  if (named === undefined) return refuse('not_found')
  if (named === actor.id) return refuse('own_person')
  await store.lockPair(tx, actor.id, named)
  // she may have blocked the actor a moment ago
  const personId = await findPerson(tx, actor.id, { id: named })
  if (personId === undefined) return refuse('not_found')
  const { ofOne: mine, ofOther: hers } = await store.readFriendship(tx, actor.id, personId)
  if (mine?.state === 'accepted') return refuse('already_friends')
  if (hers !== undefined && hers.state !== 'withdrawn') {
    await befriend(tx, deps, { askerId: personId, accepterId: actor.id })
    return { id: hers.id, isNew: false }
  }
  if (mine?.state === 'pending' || mine?.state === 'rejected') return { id: mine.id, isNew: false }
  if ((await store.countOpen(tx, actor.id)) >= MOST_OPEN) return refuse('too_many_asked')
  const id = await ask(tx, deps, { fromId: actor.id, toId: personId, refused: mine })
  return { id, isNew: true }
}

/** Writes a request down. One that was said no to and taken back is said no to again, under another id, unheard. */
async function ask(
  tx: Tx,
  { tell }: FriendDeps,
  { fromId, toId, refused }: { fromId: string; toId: string; refused: store.TieRow | undefined },
): Promise<string> {
  if (refused !== undefined) await store.deleteRequest(tx, refused.id)
  const id = await store.insertRequest(tx, fromId, toId, refused === undefined ? 'pending' : 'rejected')
  await announceRequests(tx, fromId)
  if (refused !== undefined) return id
  await tell(tx, { kind: 'friend_request', to: [toId], actorId: fromId, requestId: id })
  await announceRequests(tx, toId)
  return id
}
