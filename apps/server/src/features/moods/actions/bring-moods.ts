import type { MoodRule, MoodSample } from '@sharemyshows/contract/moods'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { deleteRule, findRules, upsertRule } from '../store/rules.ts'
import { deleteSample, findSampleAt, insertBrought } from '../store/samples.ts'

/** Writes down a mood that the actor had elsewhere, as it is told there; one of that time is not written twice. */
export async function bringSample(
  tx: Tx,
  actor: Actor,
  sample: Omit<MoodSample, 'id'>,
): Promise<{ id: string; isNew: boolean }> {
  const there = await findSampleAt(tx, actor.id, sample)
  if (there !== undefined) return { id: there, isNew: false }
  return { id: await insertBrought(tx, actor.id, sample), isNew: true }
}

export const takeSampleBack = (tx: Tx, actor: Actor, id: string): Promise<boolean> =>
  deleteSample(tx, actor.id, id)

/** Keeps what the actor said elsewhere of the music of moods, where she has said nothing here; gives of which. */
export async function bringRules(
  tx: Tx,
  actor: Actor,
  rules: readonly Omit<MoodRule, 'source'>[],
): Promise<MoodRule['mood'][]> {
  const own = (await findRules(tx, actor.id)).filter((rule) => rule.own).map(({ mood }) => mood)
  const news = rules.filter(({ mood }) => !own.includes(mood))
  for (const { mood, ...rule } of news) await upsertRule(tx, actor.id, mood, rule, rule)
  return news.map(({ mood }) => mood)
}

export async function takeRulesBack(tx: Tx, actor: Actor, moods: readonly MoodRule['mood'][]): Promise<void> {
  for (const mood of moods) await deleteRule(tx, actor.id, mood)
}
