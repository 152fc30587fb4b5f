import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { deleteOpen } from '../store.ts'

/** Takes one's open request back. */
export const withdraw = async (tx: Tx, actor: Actor): Promise<Refusal | undefined> =>
  (await deleteOpen(tx, actor.id)) ? undefined : refuse('not_found')
