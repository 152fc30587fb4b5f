import { isRefusal, type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { ImportRow } from '@sharemyshows/contract/imports'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import { seesShow } from '../../../viewer/rule.ts'
import type { ShowEntry } from '../kinds.ts'

type Row = Omit<ImportRow, 'entry' | 'match' | 'cells' | 'decision'> & {
  cells: string[] | null
  entry: ShowEntry | null
  decision: ImportRow['decision']
  match_row: number | null
  match_mine: boolean
  match: { show_id: string; artist_name: string; venue_name: string; show_date: string } | null
  like: { written: ShowEntry['written'] } | null
}

const text = `
  select r.row, r.verdict, r.problems, r.cells, r.entry, r.decision, r.outcome, r.match_row, r.match_mine,
    case when r.outcome in ('added', 'present', 'kept') then mine.show_id end as show_id,
    (select jsonb_build_object('show_id', s.id, 'artist_name', coalesce(a.name, s.title), 'venue_name', v.name,
        'show_date', s.show_date)
      from shows s join venues v on v.id = s.venue_id left join artists a on a.id = s.headliner_id
      where s.id = r.match_id and ${seesShow('s')}) as match,
    (select earlier.entry from import_rows earlier
      where earlier.import_id = r.import_id and earlier.kind = 'shows' and earlier.row = r.match_row) as "like"
  from import_rows r
  left join attendances mine on mine.show_id = r.made_id and mine.person_id = $1
  where r.import_id = $2 and r.kind = 'shows' and r.row > $3 and ($4::text is null or r.verdict = $4)
    and ($5::text is null or r.outcome = $5)
  order by r.row limit $6`

const writeCursor = (last: number): string => Buffer.from(`row|${last}`).toString('base64url')

function readCursor(cursor: string): number | Refusal {
  const [, row] = /^row\|(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  return row === undefined ? refuseField('cursor', 'This is not a cursor of this list') : Number(row)
}

type Filter = {
  limit: number
  cursor?: string | undefined
  verdict?: string | undefined
  outcome?: string | undefined
}

/** Rows of one's own import, in the order of the file. */
export async function listRows(
  db: Db,
  personId: string,
  importId: string,
  { limit, cursor, verdict, outcome }: Filter,
): Promise<{ items: ImportRow[]; next_cursor: string | null } | Refusal> {
  const after = cursor === undefined ? -1 : readCursor(cursor)
  if (isRefusal(after)) return after
  const own = await row(db, 'select 1 from imports where person_id = $1 and id = $2', [personId, importId])
  if (own === undefined) return refuse('not_found')
  const values = [personId, importId, after, verdict ?? null, outcome ?? null, limit + 1]
  const found = await rows<Row>(db, text, values)
  const items = found.slice(0, limit).map(shown)
  const last = found.length > limit ? items.at(-1) : undefined
  return { items, next_cursor: last === undefined ? null : writeCursor(last.row) }
}

function shown({ entry, match, match_row, match_mine, like, cells, ...facts }: Row): ImportRow {
  return {
    ...facts,
    cells: cells ?? [],
    entry: entry === null ? null : shownEntry(entry),
    match: match === null ? likeOf(like, match_row) : { ...match, row: match_row, mine: match_mine },
  }
}

/** An earlier row of the file, where no show here is meant. */
const likeOf = (like: Row['like'], row: number | null): ImportRow['match'] =>
  like === null
    ? null
    : {
        show_id: null,
        row,
        artist_name: like.written.artist_name,
        venue_name: like.written.venue_name,
        show_date: like.written.show_date ?? '',
        mine: false,
      }

const shownEntry = ({ written, songs }: ShowEntry): ImportRow['entry'] => ({
  artist_name: written.artist_name,
  support: written.support ?? [],
  title: written.title ?? null,
  venue_name: written.venue_name,
  venue_city: written.venue_city ?? null,
  venue_country: written.venue_country ?? null,
  show_date: written.show_date ?? '',
  show_time: written.show_time ?? null,
  notes: written.notes ?? null,
  rating: written.rating ?? null,
  songs: songs?.length ?? 0,
})
