import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import {
  ExtraKind,
  type Import,
  type ImportSource,
  MOST_PROBLEMS,
  type RowProblem,
} from '@sharemyshows/contract/imports'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../../platform/http/cursor.ts'

type Counts = Partial<Record<string, number>>
type Row = Pick<
  Import,
  | 'id'
  | 'source'
  | 'state'
  | 'phase'
  | 'progress'
  | 'file_name'
  | 'file_size'
  | 'columns'
  | 'mapping'
  | 'missing'
  | 'date_format'
  | 'failure'
  | 'created_at'
  | 'updated_at'
> & {
  verdicts: Counts
  outcomes: Counts
  extras: Partial<Record<ExtraKind, Counts>>
  problems: RowProblem[]
}

const own = (
  problems: number,
) => `select i.id, i.source, i.state, i.phase, i.progress, i.file_name, i.file_size, i.columns, i.mapping,
    i.missing, i.date_format, i.failure, i.created_at, i.updated_at, i.verdicts, i.outcomes, i.extras,
    (select coalesce(jsonb_agg(jsonb_build_object('row', p.row, 'field', p.field, 'message', p.message)), '[]')
      from (select r.row, said.field, said.message from import_rows r
        cross join jsonb_to_recordset(r.problems) as said (field text, message text)
        where r.import_id = i.id and r.problems <> '[]' order by r.row limit ${problems + 1}) p) as problems
  from imports i where i.person_id = $1`

/** In a list, each names a few; one of its own names as many as there may be. */
const A_FEW = 20
const listed = own(A_FEW)
const single = own(MOST_PROBLEMS)

const ATTRIBUTIONS: Partial<Record<ImportSource, Import['attribution']>> = {
  setlistfm: { text: 'Source: setlist.fm', url: 'https://www.setlist.fm' },
}

const isUndoable = ({ state, outcomes, extras }: Row): boolean =>
  state !== 'running' &&
  ((outcomes.added ?? 0) > 0 ||
    Object.values(extras).some(({ added = 0, undone = 0, kept = 0 }) => added > undone + kept))

function shown(found: Row, most: number): Import {
  const { verdicts, outcomes, extras, problems, ...facts } = found
  const { ok = 0, doubtful = 0, duplicate = 0, bad = 0 } = verdicts
  const { added = 0, present = 0, skipped = 0, failed = 0, undone = 0, kept = 0 } = outcomes
  return {
    ...facts,
    rows: { total: ok + doubtful + duplicate + bad, ok, doubtful, duplicate, bad },
    outcomes: { added, present, skipped, failed, undone, kept },
    extras: ExtraKind.options.flatMap((kind) => {
      const { total = 0, added = 0, failed = 0 } = extras[kind] ?? {}
      return total === 0 ? [] : [{ kind, total, added, failed }]
    }),
    problems: problems.slice(0, most),
    more_problems: problems.length > most,
    attribution: ATTRIBUTIONS[facts.source] ?? null,
    undoable: isUndoable(found),
  }
}

/** One's own imports, newest first. */
export async function listImports(
  db: Db,
  personId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: Import[]; next_cursor: string | null } | Refusal> {
  const position = cursor === undefined ? undefined : readCursor(cursor)
  if (isRefusal(position)) return position
  const found =
    position === undefined
      ? await rows<Row>(db, `${listed} order by i.id desc limit $2`, [personId, limit + 1])
      : await rows<Row>(db, `${listed} and i.id < $3 order by i.id desc limit $2`, [
          personId,
          limit + 1,
          position.id,
        ])
  const items = found.slice(0, limit).map((one) => shown(one, A_FEW))
  const last = found.length > limit ? items.at(-1) : undefined
  return { items, next_cursor: last === undefined ? null : writeCursor({ at: last.created_at, id: last.id }) }
}

/** One of one's own imports. */
export async function readImport(db: Db, personId: string, id: string): Promise<Import | Refusal> {
  const found = await row<Row>(db, `${single} and i.id = $2`, [personId, id])
  return found === undefined ? refuse('not_found') : shown(found, MOST_PROBLEMS)
}
