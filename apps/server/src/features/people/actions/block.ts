import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { recheckPeople } from '../../../platform/live/rooms.ts'
import { mayBlock } from '../policy.ts'
import { deleteBlock, deleteTies, insertBlock } from '../store.ts'

/** Parts two people: what joined them ends, and neither sees anything of the other any more. Nobody is told. */
export async function block(tx: Tx, actor: Actor, personId: string): Promise<Refusal | undefined> {
  if (personId === actor.id) return refuse('own_person')
  if (!(await mayBlock(tx, actor.id, personId))) return refuse('not_found')
  if (!(await insertBlock(tx, actor.id, personId))) return undefined
  await deleteTies(tx, actor.id, personId)
  await recheckPeople(tx, [actor.id, personId])
  return undefined
}

/** Takes a block back; what it ended stays ended. */
export async function unblock(tx: Tx, actor: Actor, personId: string): Promise<Refusal | undefined> {
  if (!(await mayBlock(tx, actor.id, personId))) return refuse('not_found')
  await deleteBlock(tx, actor.id, personId)
  return undefined
}
