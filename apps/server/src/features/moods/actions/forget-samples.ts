import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { deleteSample, deleteSamples } from '../store/samples.ts'

/** Forgets one mood of the actor's, and what its correction taught. */
export const forgetSample = async (tx: Tx, actor: Actor, id: string): Promise<Refusal | undefined> =>
  (await deleteSample(tx, actor.id, id)) ? undefined : refuse('not_found')

/** Forgets all of the actor's moods, and with them what was learned. */
export async function forgetSamples(tx: Tx, actor: Actor): Promise<undefined> {
  await deleteSamples(tx, actor.id)
}
