import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announceRequests } from '../facts.ts'
import { findRequest, type OpenRequest } from '../policy.ts'
import * as store from '../store.ts'
import { befriend, type FriendDeps } from './befriend.ts'

/** The request as it is once nobody else can change it; undefined when to the actor there is none. */
async function holdRequest(tx: Tx, actorId: string, id: string): Promise<OpenRequest | undefined> {
  const found = await findRequest(tx, actorId, id)
  if (found === undefined) return undefined
  await store.lockPair(tx, found.fromId, found.toId)
  return findRequest(tx, actorId, id)
}

/** Becomes friends with who asked; saying so twice is saying it, and so is saying it after a no. */
export async function acceptRequest(
  tx: Tx,
  deps: FriendDeps,
  actor: Pick<Actor, 'id'>,
  id: string,
): Promise<Refusal | undefined> {
  const request = await holdRequest(tx, actor.id, id)
  if (request?.toId !== actor.id || request.state === 'withdrawn') return refuse('not_found')
  if (request.state !== 'accepted') {
    await befriend(tx, deps, { askerId: request.fromId, accepterId: actor.id })
  }
  return undefined
}

/** Says no; whoever asked still waits, and hears nothing. */
export async function rejectRequest(
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  id: string,
): Promise<Refusal | undefined> {
  const request = await holdRequest(tx, actor.id, id)
  if (request?.toId !== actor.id) return refuse('not_found')
  if (request.state === 'rejected') return undefined
  if (request.state !== 'pending') return refuse('not_found')
  await store.updateState(tx, id, 'rejected')
  await announceRequests(tx, actor.id)
  return undefined
}

/** Takes a request back; one that was rejected stays as a row nobody sees, so that asking anew stays unheard. */
export async function withdrawRequest(
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  id: string,
): Promise<Refusal | undefined> {
  const request = await holdRequest(tx, actor.id, id)
  if (request?.fromId !== actor.id) return refuse('not_found')
  if (request.state === 'rejected') {
    await store.updateState(tx, id, 'withdrawn')
    await announceRequests(tx, actor.id)
    return undefined
  }
  if (request.state !== 'pending') return refuse('not_found')
  await store.deleteRequest(tx, id)
  await announceRequests(tx, actor.id, request.toId)
  return undefined
}
