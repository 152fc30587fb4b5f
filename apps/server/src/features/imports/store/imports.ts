import { type ImportMapping, type ImportSource, PREVIEW_DAYS } from '@sharemyshows/contract/imports'
import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Tables } from '../../../platform/db/generated/rows.gen.ts'
import type { Decisions } from '../kinds.ts'
import { TOLD_EVERY_MS } from '../rules.ts'

/** What the next reading is asked for: columns and days as they are meant, and what is to follow once it is done. */
export type Wish = {
  mapping?: ImportMapping
  date_format?: string | null
  confirm?: { decisions: Decisions; audience: string | null }
}

export type ImportRow = Omit<Selectable<Tables['imports']>, 'wish' | 'mapping' | 'columns'> & {
  wish: Wish | null
  mapping: ImportMapping
  columns: { name: string }[]
}
export type Phase = 'reading' | 'importing' | 'undoing'

const given = (found: { rows: unknown[] }) => found.rows[0] as ImportRow | undefined

/** Keeps the number of a person's imports until the transaction ends, and gives it with the bytes of their files. */
export async function lockNumber(tx: Tx, personId: string): Promise<{ imports: number; bytes: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended('imports of ' || ${personId}, 0))`.execute(tx)
  const found = await sql<{ imports: number; bytes: number }>`select count(*)::int as imports,
      coalesce(sum(file_size) filter (where storage_key is not null), 0)::bigint as bytes
    from imports where person_id = ${personId}`.execute(tx)
  return found.rows[0] ?? { imports: 0, bytes: 0 }
}

export type NewImport = {
  id: string
  person_id: string
  source: ImportSource
  storage_key: string | null
  file_name: string | null
  file_size: number | null
  username: string | null
}

export async function insertImport(tx: Tx, made: NewImport): Promise<void> {
  await tx
    .insertInto('imports')
    .values({ ...made, phase: 'reading' })
    .execute()
}

/** One of a person's imports, locked until the transaction ends. */
export const lockOwn = async (tx: Tx, personId: string, id: string): Promise<ImportRow | undefined> =>
  given(
    await sql`select * from imports where id = ${id} and person_id = ${personId} for no key update`.execute(
      tx,
    ),
  )

/** An import in this phase, locked until the transaction ends; undefined when it is not (any more). */
export const lockInPhase = async (tx: Tx, id: string, phase: Phase): Promise<ImportRow | undefined> =>
  given(await sql`select * from imports where id = ${id} and phase = ${phase} for no key update`.execute(tx))

export const findInPhase = (db: Db, id: string, phase: Phase): Promise<{ person_id: string } | undefined> =>
  db
    .selectFrom('imports')
    .select('person_id')
    .where('id', '=', id)
    .where('phase', '=', phase)
    .executeTakeFirst()

/** Has an import be in a phase, from its beginning; `total` things are to have their turn. */
export async function enter(tx: Tx, id: string, phase: Phase, total: number): Promise<void> {
  await sql`update imports set state = 'running', phase = ${phase}, progress = 0, done = 0, total = ${total},
      failure = null, turn = null, told_at = null, updated_at = now()
    where id = ${id}`.execute(tx)
}

/** Writes down what the next reading is asked for. */
export async function ask(tx: Tx, id: string, wish: Wish): Promise<void> {
  await sql`update imports set wish = ${JSON.stringify(wish)} where id = ${id}`.execute(tx)
}

export async function chooseAudience(tx: Tx, id: string, audience: string): Promise<void> {
  await sql`update imports set audience = ${audience} where id = ${id}`.execute(tx)
}

/** Begins a reading, which overtakes any other of the same import; undefined when there is nothing to read (any more). */
export const takeTurn = async (db: Db, id: string, turn: string): Promise<ImportRow | undefined> =>
  given(
    await sql`update imports set turn = ${turn}, updated_at = now() where id = ${id} and phase = 'reading'
      returning *`.execute(db),
  )

export type Told = { id: string; person_id: string; state: string; progress: number }

/** What a source says of its file before anything of it is read. */
export type Head = {
  columns: object[]
  mapping: ImportMapping
  missing: string[]
  dateFormat: string | null
}

/** Writes down the head of a file. */
export async function writeHead(tx: Tx, id: string, head: Head): Promise<void> {
  await sql`update imports set columns = ${JSON.stringify(head.columns)},
      mapping = ${JSON.stringify(head.mapping)}, missing = ${head.missing}::text[], date_format = ${head.dateFormat},
      verdicts = '{}', outcomes = '{}', extras = '{}', updated_at = now()
    where id = ${id}`.execute(tx)
}

/** Locks a reading; false when it was overtaken or stopped. */
export async function holdTurn(tx: Tx, id: string, turn: string): Promise<boolean> {
  const found = await sql`select 1 from imports where id = ${id} and turn = ${turn} and phase = 'reading'
    for no key update`.execute(tx)
  return found.rows.length > 0
}

/** Writes down how far a reading is. */
export const writeShare = async (
  db: Db,
  id: string,
  turn: string,
  share: number,
): Promise<Told | undefined> => {
  const found = await sql<Told>`update imports set progress = ${Math.min(1, share)}, updated_at = now()
    where id = ${id} and turn = ${turn} and phase = 'reading' returning id, person_id, state, progress`.execute(
    db,
  )
  return found.rows[0]
}

/** Counts what was read, and has it wait to be confirmed. */
export async function finishReading(tx: Tx, id: string): Promise<ImportRow | undefined> {
  return given(
    await sql`update imports i set state = 'preview', phase = null, turn = null, wish = wish - 'confirm', progress = 1,
        failure = null, updated_at = now(),
        verdicts = (select coalesce(jsonb_object_agg(verdict, n), '{}') from (select verdict, count(*) as n
          from import_rows where import_id = ${id} and kind = 'shows' group by verdict) shows),
        extras = (select coalesce(jsonb_object_agg(kind, jsonb_build_object('total', n)), '{}')
          from (select kind, count(*) as n from import_rows
            where import_id = ${id} and kind <> 'shows' group by kind) others)
      where id = ${id} returning *`.execute(tx),
  )
}

/** Of a file that could not be read to its end nothing counts. */
export async function clearCounts(tx: Tx, id: string): Promise<void> {
  await sql`update imports set verdicts = '{}', outcomes = '{}', extras = '{}' where id = ${id}`.execute(tx)
}

/** True when one of a person's imports adds or takes back. */
export async function isAnyAtWork(tx: Tx, personId: string): Promise<boolean> {
  const found =
    await sql`select 1 from imports where person_id = ${personId} and phase in ('importing', 'undoing')`.execute(
      tx,
    )
  return found.rows.length > 0
}

/** Counts what needed no work, of how many of a kind. */
export async function countForegone(
  tx: Tx,
  id: string,
  foregone: readonly { kind: string; outcome: string; n: number }[],
): Promise<void> {
  for (const { kind, outcome, n } of foregone) {
    const column = sql.ref(kind === 'shows' ? 'outcomes' : 'extras')
    const path = kind === 'shows' ? [outcome] : [kind, outcome]
    await sql`update imports set done = done + ${n}, updated_at = now(),
        ${column} = jsonb_set(${column}, ${path}::text[], to_jsonb(coalesce((${column} #>> ${path}::text[])::int, 0) + ${n}::int))
      where id = ${id}`.execute(tx)
  }
}

/** Ends what is under way; its file stays where it can go on. */
export async function end(
  tx: Tx,
  id: string,
  state: 'done' | 'failed' | 'cancelled' | 'undone',
  failure: string | null = null,
): Promise<Told | undefined> {
  const found =
    await sql<Told>`update imports set state = ${state}, phase = null, turn = null, wish = wish - 'confirm',
      failure = ${failure}, updated_at = now(),
      progress = case when ${state} in ('done', 'undone') then 1 else progress end
    where id = ${id} returning id, person_id, state, progress`.execute(tx)
  return found.rows[0]
}

/** Lets go of the file; gives its key, null when it has none. */
export async function dropFile(tx: Tx, id: string): Promise<string | null> {
  const found = await sql<{ storage_key: string | null }>`update imports i set storage_key = null
    from (select id, storage_key from imports where id = ${id} for update) old
    where i.id = old.id returning old.storage_key`.execute(tx)
  return found.rows[0]?.storage_key ?? null
}

/** Counts what became of a thing; tells, as seldom as pages are told, how far all of it is. */
export async function count(
  tx: Tx,
  id: string,
  { kind, from, to }: { kind: string; from: string | null; to: string },
): Promise<Told | undefined> {
  const path = kind === 'shows' ? null : [kind, to]
  const before = kind === 'shows' ? from : null
  const found = await sql<Told & { is_told: boolean }>`
    with known as (select id, coalesce(told_at < clock_timestamp() - ${TOLD_EVERY_MS} * interval '1 ms', true) as is_told
      from imports where id = ${id})
    update imports i set done = done + 1, progress = least(1, (done + 1)::float8 / greatest(total, 1)),
      outcomes = case when ${path}::text[] is not null then outcomes else
        jsonb_set(case when ${before}::text is null then outcomes else jsonb_set(outcomes, array[${before}],
            to_jsonb(coalesce((outcomes ->> ${before})::int, 0) - 1)) end,
          array[${to}], to_jsonb(coalesce((outcomes ->> ${to})::int, 0) + 1)) end,
      extras = case when ${path}::text[] is null then extras else
        jsonb_set(extras, ${path}::text[], to_jsonb(coalesce((extras #>> ${path}::text[])::int, 0) + 1)) end,
      told_at = case when known.is_told then clock_timestamp() else told_at end, updated_at = now()
    from known where i.id = known.id
    returning i.id, i.person_id, i.state, i.progress, known.is_told`.execute(tx)
  const [told] = found.rows
  return told?.is_told ? told : undefined
}

/** Deletes one of a person's imports; gives its file, null when it has none, undefined when it was not there. */
export async function deleteImport(tx: Tx, personId: string, id: string): Promise<string | null | undefined> {
  const found = await sql<{ storage_key: string | null }>`delete from imports
    where id = ${id} and person_id = ${personId} returning storage_key`.execute(tx)
  return found.rows[0]?.storage_key
}

/** Deletes some of a person's imports; gives their files, and whether there were any. */
export async function deleteSome(
  tx: Tx,
  personId: string,
  atMost: number,
): Promise<{ keys: string[]; gone: boolean }> {
  const found = await sql<{ storage_key: string | null }>`delete from imports where id in
      (select id from imports where person_id = ${personId} limit ${atMost})
    returning storage_key`.execute(tx)
  return { keys: found.rows.flatMap(({ storage_key }) => storage_key ?? []), gone: found.rows.length > 0 }
}

/** What comes from setlist.fm may be kept for a short time only. */
const over = sql`updated_at < now() - case source when 'setlistfm' then interval '1 day'
  else make_interval(days => ${PREVIEW_DAYS}) end`

/** Deletes what nobody confirmed in time; of what had begun only the file goes. Gives the files. */
export async function expire(tx: Tx): Promise<string[]> {
  const unconfirmed = await sql<{ storage_key: string | null }>`delete from imports
    where state in ('preview', 'failed', 'cancelled') and outcomes = '{}' and ${over}
    returning storage_key`.execute(tx)
  const begun = await sql<{ storage_key: string | null }>`update imports i set storage_key = null
    from (select id, storage_key from imports
      where state in ('failed', 'cancelled') and storage_key is not null and ${over} for update) old
    where i.id = old.id returning old.storage_key`.execute(tx)
  return [...unconfirmed.rows, ...begun.rows].flatMap(({ storage_key }) => storage_key ?? [])
}

/** Ends what was stopped on the way and may be kept no longer; gives the ids. */
export async function endBorrowed(tx: Tx): Promise<string[]> {
  const ended = await sql<{ id: string }>`update imports set state = 'done', updated_at = now()
    where source = 'setlistfm' and state in ('failed', 'cancelled') and ${over} returning id`.execute(tx)
  return ended.rows.map(({ id }) => id)
}

/** Those of `keys` that no row holds. */
export async function findUnheld(db: Db, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`select key from unnest(${keys}::text[]) as key
    where not exists (select 1 from imports i where i.storage_key = key)`.execute(db)
  return rows.map(({ key }) => key)
}

/** Those under way that nothing has moved for a while, with what they are at. */
export async function findStill(db: Db): Promise<{ id: string; phase: Phase }[]> {
  const { rows } = await sql<{ id: string; phase: Phase }>`select id, phase from imports
    where state = 'running' and updated_at < now() - interval '1 minute' limit 1000`.execute(db)
  return rows
}
