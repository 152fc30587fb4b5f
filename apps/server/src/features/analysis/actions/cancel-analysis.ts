import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announceEnd, announceStatus } from '../facts.ts'
import { ownRecording } from '../policy.ts'
import { cancel, lockAnalysis } from '../store.ts'

/** Stops an analysis of the actor's recording that waits or runs; of any other nothing changes. */
export async function cancelAnalysis(tx: Tx, actor: Actor, audioId: string): Promise<Refusal | null> {
  const id = await ownRecording(tx, actor, audioId)
  if (isRefusal(id)) return id
  await lockAnalysis(tx, id)
  if (!(await cancel(tx, id))) return null
  await announceEnd(tx, id)
  await announceStatus(tx, actor.id, id, 'cancelled', 0)
  return null
}
