import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { deleteListen, findListenAt, insertListen, type PastListen } from '../store/listens.ts'

/** Writes down what the actor heard elsewhere of a track of hers; what she heard at that time is not written twice. */
export async function bringListen(
  tx: Tx,
  actor: Actor,
  listen: PastListen,
): Promise<{ id: string; isNew: boolean }> {
  const there = await findListenAt(tx, actor.id, listen)
  if (there !== undefined) return { id: there, isNew: false }
  return { id: await insertListen(tx, actor.id, listen), isNew: true }
}

export const takeListenBack = (tx: Tx, actor: Actor, id: string): Promise<void> =>
  deleteListen(tx, actor.id, id)
