import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'

export type AnalysisRow = Omit<Selectable<Tables['analyses']>, 'result' | 'embedding'>

/** What was found, as it is kept. */
export type Found = Required<
  Pick<
    Insertable<Tables['analyses']>,
    | 'engine'
    | 'version'
    | 'model'
    | 'bpm'
    | 'tonic'
    | 'mode'
    | 'time_signature'
    | 'loudness'
    | 'energy'
    | 'danceability'
    | 'valence'
    | 'labels'
    | 'description'
    | 'embedding'
  >
> & { result: string }

/** A recording whose analysis has begun. */
export type Begun = { id: string; run: string; owner_id: string; storage_key: string }

/** Until the transaction ends nobody else asks for the analysis of a recording, ends or cancels it. */
export async function lockAnalysis(tx: Tx, mediumId: string): Promise<AnalysisRow | undefined> {
  await sql`select from media where id = ${mediumId} for no key update`.execute(tx)
  const { rows } = await sql<AnalysisRow>`select media_id, state, run, tried, progress, failure, failure_code,
      created_at, updated_at, engine, version, model, analyzed_at, bpm, tonic, mode, time_signature, loudness, energy,
      danceability, valence, labels, description
    from analyses where media_id = ${mediumId}`.execute(tx)
  return rows[0]
}

/** Puts a recording in line, whatever became of it before. */
export async function queue(tx: Tx, mediumId: string): Promise<void> {
  await sql`insert into analyses (media_id, state) values (${mediumId}, 'queued')
    on conflict (media_id) do update set state = 'queued', run = null, progress = 0, failure = null,
      failure_code = null, updated_at = now()`.execute(tx)
}

/** Takes a recording that waits, or that another run has left; undefined when it is no longer wanted. */
export async function begin(
  db: Db,
  mediumId: string,
  run: string,
  version: number,
): Promise<Begun | undefined> {
  const { rows } =
    await sql<Begun>`update analyses a set state = 'running', run = ${run}, tried = ${version}, progress = 0,
      updated_at = now()
    from media m where m.id = a.media_id and a.media_id = ${mediumId} and a.state in ('queued', 'running')
      and m.deleted_at is null
    returning m.id, a.run, m.owner_id, m.storage_key`.execute(db)
  return rows[0]
}

/** Whether a run still is the one that is wanted. */
export async function isWanted(db: Db, { id, run }: Begun): Promise<boolean> {
  const { rows } = await sql`select from analyses a join media m on m.id = a.media_id
    where a.media_id = ${id} and a.run = ${run} and a.state = 'running' and m.deleted_at is null`.execute(db)
  return rows.length > 0
}

export async function writeProgress(db: Db, { id, run }: Begun, progress: number): Promise<void> {
  await sql`update analyses set progress = ${progress} where media_id = ${id} and run = ${run} and state = 'running'`.execute(
    db,
  )
}

/** Keeps what a run found; false when it was no longer wanted. */
export async function finish(tx: Tx, { id, run }: Begun, found: Found): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('analyses')
    .set({
      ...found,
      state: 'done',
      run: null,
      progress: 1,
      failure: null,
      failure_code: null,
      analyzed_at: sql<string>`now()`,
      updated_at: sql<string>`now()`,
    })
    .where('media_id', '=', id)
    .where('run', '=', run)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type Failure = { failure: string; failure_code: string }

/** Ends a run, or any with `run` null, as failed; false when it was no longer wanted. */
export async function fail(
  tx: Tx,
  { id, run }: { id: string; run: string | null },
  { failure, failure_code }: Failure,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update analyses set state = 'failed', run = null, progress = 0,
      failure = ${failure}, failure_code = ${failure_code}, updated_at = now()
    where media_id = ${id} and state = 'running' and (${run}::uuid is null or run = ${run}::uuid)`.execute(tx)
  return numAffectedRows === 1n
}

/** Cancels what waits or runs. */
export async function cancel(tx: Tx, mediumId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update analyses set state = 'cancelled', run = null, progress = 0,
    updated_at = now() where media_id = ${mediumId} and state in ('queued', 'running')`.execute(tx)
  return numAffectedRows === 1n
}

/** Puts what a run has to leave back in line, such as that of a recording which was deleted and may come back. */
export async function release(db: Db, { id, run }: Begun): Promise<void> {
  await sql`update analyses set state = 'queued', run = null, progress = 0, updated_at = now()
    where media_id = ${id} and run = ${run} and state = 'running'`.execute(db)
}

export type Awaited = { id: string; owner_id: string }

/** Recordings whose analysis is awaited, the oldest first. */
export async function findAwaited(db: Db, atMost: number): Promise<Awaited[]> {
  const { rows } =
    await sql<Awaited>`select m.id, m.owner_id from analyses a join media m on m.id = a.media_id
    where a.state in ('queued', 'running') and m.deleted_at is null order by m.id limit ${atMost}`.execute(db)
  return rows
}

/**
 * Recordings that were never analysed, or by an older engine, or without the model that is there now; the newest first.
 * What its owner cancelled, and what the file itself is at fault for, is left.
 */
export async function findBacklog(
  db: Db,
  now: { version: number; hasModel: boolean },
  atMost: number,
): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select m.id from media m left join analyses a on a.media_id = m.id
    where m.kind = 'audio' and m.state = 'ready' and m.deleted_at is null
      and (a.media_id is null
        or a.state = 'done' and (a.version < ${now.version} or a.model is null and ${now.hasModel}::boolean)
        or a.state = 'failed' and a.failure_code = 'internal' and a.tried < ${now.version})
    order by m.id desc limit ${atMost}`.execute(db)
  return rows.map(({ id }) => id)
}
