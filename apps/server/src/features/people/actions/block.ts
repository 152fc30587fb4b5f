import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Friends } from '../../friends/feature.ts'
import { mayBlock } from '../policy.ts'

/** Parts two people: what joined them ends, and neither sees anything of the other any more. Nobody is told. */
export async function block(
  tx: Tx,
  { part }: Pick<Friends, 'part'>,
  actor: Actor,
  personId: string,
): Promise<Refusal | undefined> {
  if (personId === actor.id) return refuse('own_person')
  if (!(await mayBlock(tx, actor.id, personId))) return refuse('not_found')
  await part(tx, actor.id, personId)
  return undefined
}

/** Takes a block back; what it ended stays ended. */
export async function unblock(
  tx: Tx,
  { unpart }: Pick<Friends, 'unpart'>,
  actor: Actor,
  personId: string,
): Promise<Refusal | undefined> {
  if (!(await mayBlock(tx, actor.id, personId))) return refuse('not_found')
  await unpart(tx, actor.id, personId)
  return undefined
}
