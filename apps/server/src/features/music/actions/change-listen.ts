import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { changeListen as contract } from '@sharemyshows/contract/listens'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { updateListen } from '../store/listens.ts'

/** Keeps how far the actor heard a track. */
export const changeListen = async (
  tx: Tx,
  actor: Actor,
  id: string,
  change: z.output<typeof contract.body>,
): Promise<Refusal | null> => ((await updateListen(tx, actor.id, id, change)) ? null : refuse('not_found'))
