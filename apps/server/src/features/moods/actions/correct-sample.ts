import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Mood } from '@sharemyshows/contract/moods'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announceMood } from '../facts.ts'
import { correctedTo, effectiveRules } from '../rules.ts'
import { findRules } from '../store/rules.ts'
import { correctSample as keepCorrection, lockSample } from '../store/samples.ts'

/** Has a mood of the actor's be the one she says, which readings to come learn from. */
export async function correctSample(
  tx: Tx,
  actor: Actor,
  id: string,
  mood: Mood,
): Promise<Refusal | undefined> {
  const kept = await lockSample(tx, actor.id, id)
  if (kept === undefined) return refuse('not_found')
  const change = correctedTo(mood, kept, effectiveRules(await findRules(tx, actor.id)))
  if (change === undefined) return undefined
  await keepCorrection(tx, id, change)
  await announceMood(tx, actor.id, id, mood)
  return undefined
}
