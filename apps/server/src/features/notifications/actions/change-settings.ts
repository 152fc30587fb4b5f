import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { type Choice, deleteSettings, findChosen, upsertSetting } from '../store.ts'

/** Chooses where to hear of these kinds; of a kind that is named twice the last counts. */
export async function changeSettings(tx: Tx, actor: Actor, choices: readonly Choice[]): Promise<void> {
  for (const choice of choices) await upsertSetting(tx, actor.id, choice)
}

/** Keeps what the actor chose elsewhere, of kinds of which she has chosen nothing here; gives of which. */
export async function bringSettings(
  tx: Tx,
  actor: Actor,
  choices: readonly Choice[],
): Promise<Choice['kind'][]> {
  const chosen = await findChosen(tx, actor.id)
  const news = choices.filter(({ kind }) => !chosen.includes(kind))
  await changeSettings(tx, actor, news)
  return news.map(({ kind }) => kind)
}

/** Goes back to what is usual of these kinds. */
export const takeSettingsBack = (tx: Tx, actor: Actor, kinds: readonly Choice['kind'][]): Promise<void> =>
  deleteSettings(tx, actor.id, kinds)
