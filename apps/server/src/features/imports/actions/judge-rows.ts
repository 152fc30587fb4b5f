import type { Tx } from '../../../platform/db/connect.ts'
import type { Found, KeyOfRow, Match, Matching, NightOfRow, Problem, ShowEntry } from '../kinds.ts'
import { findByKeys, type JudgedRow } from '../store/rows.ts'

/** Says of each thing whether it is imported: what it seems to be is looked for in my diary, in the file, and here. */
export async function judgeRows(
  tx: Tx,
  { findMatches, findKeys }: Matching,
  personId: string,
  importId: string,
  found: readonly Found[],
): Promise<JudgedRow[]> {
  const nights = found.flatMap(nightOf)
  const matches = new Map((await findMatches(tx, personId, nights)).map((match) => [match.n, match]))
  const keys = new Map((await findKeys(tx, nights)).map((key) => [key.n, key]))
  const earlier = await earlierRows(tx, importId, [...keys.values()])
  return found.map((thing, n) => judge(thing, matches.get(n), keys.get(n), earlier))
}

function nightOf({ kind, entry }: Found, n: number): NightOfRow[] {
  if (kind !== 'shows' || entry === null) return []
  const { written } = entry as ShowEntry
  const { artist_name, venue_name, venue_city = null, show_date = '' } = written
  const { venue_latitude = null, venue_longitude = null } = written
  return [
    {
      n,
      day: show_date,
      artist: artist_name,
      venue: venue_name,
      town: venue_city,
      latitude: venue_latitude,
      longitude: venue_longitude,
    },
  ]
}

type Earlier = { find(key: KeyOfRow): number | undefined; add(key: KeyOfRow, row: number): void }

/** Rows by their keys, those of former batches first. Two that say different towns are two nights. */
async function earlierRows(tx: Tx, importId: string, keys: readonly KeyOfRow[]): Promise<Earlier> {
  const known = new Map<string, { row: number; town: string | null }[]>()
  const add = (key: string, row: number, town: string | null) => {
    known.set(key, [...(known.get(key) ?? []), { row, town }])
  }
  const before = await findByKeys(
    tx,
    importId,
    keys.map(({ key }) => key),
  )
  for (const { key, row, town } of before) add(key, row, town)
  return {
    find: ({ key, town }) =>
      known.get(key)?.find((other) => other.town === null || town === null || other.town === town)?.row,
    add: ({ key, town }, row) => add(key, row, town),
  }
}

function judge(
  thing: Found,
  match: Match | undefined,
  key: KeyOfRow | undefined,
  earlier: Earlier,
): JudgedRow {
  const { kind, row, cells, entry, problems, doubtful } = thing
  const judged: JudgedRow = {
    kind,
    row,
    cells,
    entry,
    verdict: entry === null ? 'bad' : doubtful ? 'doubtful' : 'ok',
    problems,
    match_id: match?.show_id ?? null,
    match_row: null,
    match_mine: match?.mine ?? false,
    key: key?.key ?? null,
  }
  if (key === undefined) return judged
  const before = earlier.find(key)
  if (before !== undefined) return { ...judged, verdict: 'duplicate', match_row: before }
  earlier.add(key, row)
  if (match?.mine && match.same) return { ...judged, verdict: 'duplicate' }
  if (match?.mine) return { ...judged, verdict: 'doubtful', problems: [...problems, likeness(match)] }
  return judged
}

const likeness = ({ same_artist, artist_name, venue_name }: Match): Problem =>
  same_artist
    ? { field: 'venue_name', message: `You have ${artist_name} that day, at ${venue_name}.` }
    : { field: 'artist_name', message: `You have ${artist_name} that day, at the same place.` }
