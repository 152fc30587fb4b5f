import type { Mood, MoodSample, MoodScores } from '@sharemyshows/contract/moods'
import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { idAt, newId } from '../../../platform/db/ids.ts'
import type { Corrected, KeptSample, NewSample } from '../rules.ts'

export async function insertSample(tx: Tx, personId: string, sample: NewSample): Promise<string> {
  const { scores, ...rest } = sample
  const { id } = await tx
    .insertInto('mood_samples')
    .values({ id: newId(), person_id: personId, ...rest, scores: scores && JSON.stringify(scores) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The mood that a person had at this time, of this place in the field. */
export async function findSampleAt(
  tx: Tx,
  personId: string,
  { created_at, valence, energy }: Pick<MoodSample, 'created_at' | 'valence' | 'energy'>,
): Promise<string | undefined> {
  const found = await tx
    .selectFrom('mood_samples')
    .select('id')
    .where('person_id', '=', personId)
    .where('created_at', '=', created_at)
    .where('valence', '=', valence)
    .where('energy', '=', energy)
    .executeTakeFirst()
  return found?.id
}

/** Keeps a mood as it is told; where it was corrected nobody says any more where it came from but its scores. */
export async function insertBrought(
  tx: Tx,
  personId: string,
  { source, scores, created_at, corrected_from, ...rest }: Omit<MoodSample, 'id'>,
): Promise<string> {
  const id = idAt(created_at)
  const corrected = source === 'corrected'
  await tx
    .insertInto('mood_samples')
    .values({
      ...rest,
      id,
      person_id: personId,
      source: corrected ? (scores === null ? 'button' : 'camera') : source,
      scores: scores && JSON.stringify(scores),
      created_at,
      corrected_at: corrected ? created_at : null,
      corrected_from: corrected ? corrected_from : null,
    })
    .execute()
  return id
}

/** A person's own, which nobody else changes until the transaction ends. */
export async function lockSample(tx: Tx, personId: string, id: string): Promise<KeptSample | undefined> {
  const { rows } = await sql<KeptSample>`select mood, source, valence, energy, corrected_from,
      corrected_at is not null as corrected
    from mood_samples where id = ${id} and person_id = ${personId} for update`.execute(tx)
  return rows[0]
}

export async function correctSample(tx: Tx, id: string, { corrected, ...change }: Corrected): Promise<void> {
  await tx
    .updateTable('mood_samples')
    .set({ ...change, corrected_at: corrected ? sql`now()` : null })
    .where('id', '=', id)
    .execute()
}

export async function deleteSample(tx: Tx, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('mood_samples')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function deleteSamples(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('mood_samples').where('person_id', '=', personId).execute()
}

/** The latest of what a person said of faces that were read. */
export async function findCorrections(
  db: Db,
  personId: string,
  atMost: number,
): Promise<{ scores: MoodScores; to: Mood }[]> {
  const { rows } = await sql<{ scores: MoodScores; to: Mood }>`select scores, mood as "to" from mood_samples
    where person_id = ${personId} and corrected_at is not null and scores is not null and source = 'camera'
    order by corrected_at desc limit ${atMost}`.execute(db)
  return rows
}
