import type { Mood } from '@sharemyshows/contract/moods'
import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { KeptRule, RuleChange, WholeRule } from '../rules.ts'

/** What a person said of moods, and what the operator said; a person of null is nobody, whose rules are the operator's. */
export async function findRules(db: Db, personId: string | null): Promise<KeptRule[]> {
  const { rows } = await sql<KeptRule>`select mood, person_id is not null as own, description,
      array[valence_from, valence_to] as valence, array[energy_from, energy_to] as energy,
      array[tempo_from, tempo_to] as tempo
    from mood_rules where person_id = ${personId}::uuid or person_id is null`.execute(db)
  return rows
}

/** Writes down what is said of a mood; of one that was said before only what changes, whatever others change meanwhile. */
export async function upsertRule(
  tx: Tx,
  personId: string | null,
  mood: Mood,
  whole: WholeRule,
  change: RuleChange,
): Promise<void> {
  await tx
    .insertInto('mood_rules')
    .values({ person_id: personId, mood, ...allColumnsOf(whole) })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'mood']).doUpdateSet({ ...columnsOf(change), updated_at: sql`now()` }),
    )
    .execute()
}

/** The columns of what is said. */
const columnsOf = ({ valence, energy, tempo, description }: RuleChange) => ({
  ...(valence && { valence_from: valence[0], valence_to: valence[1] }),
  ...(energy && { energy_from: energy[0], energy_to: energy[1] }),
  ...(tempo && { tempo_from: tempo[0], tempo_to: tempo[1] }),
  ...(description !== undefined && { description }),
})

const allColumnsOf = ({ valence, energy, tempo, description }: WholeRule) => ({
  valence_from: valence[0],
  valence_to: valence[1],
  energy_from: energy[0],
  energy_to: energy[1],
  tempo_from: tempo[0],
  tempo_to: tempo[1],
  description,
})

/** Takes back what was said of a mood; false when nothing was. */
export async function deleteRule(tx: Tx, personId: string | null, mood: Mood): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from mood_rules
    where person_id is not distinct from ${personId}::uuid and mood = ${mood}`.execute(tx)
  return numAffectedRows === 1n
}
