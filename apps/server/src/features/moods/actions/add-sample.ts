import type { MoodSampleDraft } from '@sharemyshows/contract/moods'
import { learn } from '@sharemyshows/mood/judge'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announceMood } from '../facts.ts'
import { effectiveRules, MOST_CORRECTIONS, sampleOf } from '../rules.ts'
import { findRules } from '../store/rules.ts'
import { findCorrections, insertSample } from '../store/samples.ts'

/** Writes down a mood of the actor's, a face's with what her corrections taught; gives its id. */
export async function addSample(tx: Tx, actor: Actor, draft: MoodSampleDraft): Promise<string> {
  const rules = effectiveRules(await findRules(tx, actor.id))
  const corrections = draft.source === 'camera' ? await findCorrections(tx, actor.id, MOST_CORRECTIONS) : []
  const sample = sampleOf(draft, rules, learn(corrections))
  const id = await insertSample(tx, actor.id, sample)
  await announceMood(tx, actor.id, id, sample.mood)
  return id
}
