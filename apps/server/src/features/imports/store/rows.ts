import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Brought, Decisions, Kind, Made, Problem, ToDo } from '../kinds.ts'

export type Verdict = 'ok' | 'doubtful' | 'duplicate' | 'bad'
/** A thing of a file as it was judged. */
export type JudgedRow = {
  kind: Kind
  row: number
  cells: string[] | null
  entry: object | null
  verdict: Verdict
  problems: Problem[]
  match_id: string | null
  match_row: number | null
  match_mine: boolean
  key: string | null
}

export async function insertRows(tx: Tx, importId: string, judged: readonly JudgedRow[]): Promise<void> {
  await sql`insert into import_rows
      (import_id, kind, row, cells, entry, verdict, problems, match_id, match_row, match_mine, key)
    select ${importId}, r.kind, r.row,
      case when jsonb_typeof(r.cells) = 'array' then array(select jsonb_array_elements_text(r.cells)) end,
      nullif(r.entry, 'null'), r.verdict, r.problems, r.match_id, r.match_row, r.match_mine, r.key
    from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as r (kind text, row integer, cells jsonb, entry jsonb,
      verdict text, problems jsonb, match_id uuid, match_row integer, match_mine boolean, key text)`.execute(
    tx,
  )
}

export async function deleteRows(tx: Tx, importId: string): Promise<void> {
  await sql`delete from import_rows where import_id = ${importId}`.execute(tx)
}

export type KeyedRow = { key: string; row: number; town: string | null }

/** The rows of these keys, in the order of the file, with the town they say. */
export async function findByKeys(tx: Tx, importId: string, keys: readonly string[]): Promise<KeyedRow[]> {
  const { rows } = await sql<KeyedRow>`select key, row, fold(entry -> 'written' ->> 'venue_city') as town
    from import_rows where import_id = ${importId} and key = any(${[...new Set(keys)]}::text[]) and verdict <> 'duplicate'
    order by row`.execute(tx)
  return rows
}

export const countAll = async (tx: Tx, importId: string, outcome: 'added' | null): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from import_rows
    where import_id = ${importId} and outcome is not distinct from ${outcome}`.execute(tx)
  return rows[0]?.n ?? 0
}

/** The first decision that cannot be: of a row that is not there, or for a match where none was found. */
export async function findUndecidable(
  tx: Tx,
  importId: string,
  decisions: Decisions,
): Promise<{ row: number; found: boolean } | undefined> {
  const { rows } = await sql<{ row: number; found: boolean }>`select d.row, r.row is not null as found
    from jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) as d (row integer, decision text)
    left join import_rows r on r.import_id = ${importId} and r.kind = 'shows' and r.row = d.row
    where r.row is null or d.decision = 'match' and r.match_id is null order by d.row limit 1`.execute(tx)
  return rows[0]
}

export async function decide(tx: Tx, importId: string, decisions: Decisions): Promise<void> {
  await sql`update import_rows r set decision = d.decision
    from jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) as d (row integer, decision text)
    where r.import_id = ${importId} and r.kind = 'shows' and r.row = d.row and r.outcome is null`.execute(tx)
}

/**
 * Settles what needs no work: what cannot be imported, what is left out, and what is in the diary already. Gives how many
 * of which outcome, by kind.
 */
export async function settleForegone(
  tx: Tx,
  importId: string,
): Promise<{ kind: Kind; outcome: string; n: number }[]> {
  const { rows } = await sql<{ kind: Kind; outcome: string; n: number }>`
    with settled as (update import_rows set
        outcome = case when verdict = 'bad' then 'failed' when decision = 'skip' then 'skipped'
          when match_mine then 'present' else 'skipped' end,
        made_id = case when verdict <> 'bad' and decision is distinct from 'skip' and match_mine then match_id end
      where import_id = ${importId} and outcome is null
        and (verdict = 'bad' or decision = 'skip' or verdict = 'duplicate' and decision is null)
      returning kind, outcome)
    select kind, outcome, count(*)::int as n from settled group by kind, outcome`.execute(tx)
  return rows
}

/** Things of a kind that wait for their turn, in the order of the file, after a row. */
export async function findToDo(
  db: Db,
  importId: string,
  kind: Kind,
  after: number,
  atMost: number,
): Promise<ToDo[]> {
  const { rows } = await sql<ToDo>`select row, entry, match_id as "matchId", decision from import_rows
    where import_id = ${importId} and kind = ${kind} and outcome is null and row > ${after}
    order by row limit ${atMost}`.execute(db)
  return rows
}

/** True while a thing waits for its turn. */
export async function isToDo(tx: Tx, importId: string, kind: Kind, row: number): Promise<boolean> {
  const { rows } = await sql`select 1 from import_rows
    where import_id = ${importId} and kind = ${kind} and row = ${row} and outcome is null`.execute(tx)
  return rows.length > 0
}

/** Writes down what became of a thing. */
export async function settle(
  tx: Tx,
  importId: string,
  kind: Kind,
  row: number,
  brought: Brought,
): Promise<void> {
  const madeId = 'madeId' in brought ? brought.madeId : null
  const made = 'made' in brought && brought.made !== undefined ? JSON.stringify(brought.made) : null
  const problems = 'problems' in brought ? (brought.problems ?? []) : []
  await sql`update import_rows set outcome = ${brought.outcome}, made_id = ${madeId}, made = ${made}::jsonb || jsonb_build_object('at', clock_timestamp()),
      problems = problems || ${JSON.stringify(problems)}::jsonb
    where import_id = ${importId} and kind = ${kind} and row = ${row}`.execute(tx)
}

/** Things of a kind that were added, the last one first. */
export async function findAdded(db: Db, importId: string, kind: Kind, atMost: number): Promise<Made[]> {
  const { rows } = await sql<Made>`select row, made_id as "madeId", made from import_rows
    where import_id = ${importId} and kind = ${kind} and outcome = 'added' order by row desc limit ${atMost}`.execute(
    db,
  )
  return rows
}

/** One thing that was added, as long as it is. */
export async function findMade(tx: Tx, importId: string, kind: Kind, row: number): Promise<Made | undefined> {
  const { rows } = await sql<Made>`select row, made_id as "madeId", made from import_rows
    where import_id = ${importId} and kind = ${kind} and row = ${row} and outcome = 'added'`.execute(tx)
  return rows[0]
}

export async function writeTakenBack(
  tx: Tx,
  importId: string,
  kind: Kind,
  row: number,
  outcome: 'undone' | 'kept',
): Promise<void> {
  await sql`update import_rows set outcome = ${outcome}
    where import_id = ${importId} and kind = ${kind} and row = ${row}`.execute(tx)
}

/** What the thing with this id in the file is here. */
export async function findIdOf(
  tx: Tx,
  importId: string,
  kind: 'shows' | 'media',
  exportedId: string,
): Promise<string | null> {
  const { rows } = await sql<{ made_id: string | null }>`select made_id from import_rows
    where import_id = ${importId} and kind = ${kind} and entry ->> 'exportedId' = ${exportedId}
      and outcome in ('added', 'present') limit 1`.execute(tx)
  return rows[0]?.made_id ?? null
}

/** Leaves nothing of what a file said but what became of it. */
export async function blank(tx: Tx, importId: string): Promise<void> {
  await sql`update import_rows set cells = null, entry = null, key = null, problems = '[]'
    where import_id = ${importId}`.execute(tx)
}
