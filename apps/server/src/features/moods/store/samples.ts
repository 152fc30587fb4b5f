import type { Mood, MoodScores } from '@sharemyshows/contract/moods'
import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
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
