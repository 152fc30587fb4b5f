import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { type Choice, upsertSetting } from '../store.ts'

/** Chooses where to hear of these kinds; of a kind that is named twice the last counts. */
export async function changeSettings(tx: Tx, actor: Actor, choices: readonly Choice[]): Promise<void> {
  for (const choice of choices) await upsertSetting(tx, actor.id, choice)
}
