import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { listMusic, MusicSummary, Track } from '@sharemyshows/contract/music'
import { MOODS, placeOf, type Rule } from '@sharemyshows/mood/moods'
import type { z } from 'zod'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import { readSortedCursor, type SortedBy, writeSortedCursor } from '../../../platform/http/sorted-cursor.ts'
import {
  libraryEntries,
  trackAlbum,
  trackArtist,
  trackName,
  trackSource,
  trackState,
} from '../../../viewer/tracks.ts'
import { readTracks } from '../../../viewer/tracks-seen.ts'
import { listed } from '../policy.ts'
import { boundsOf, boundsOfAll, fits, type Rules } from '../rules.ts'

export type LibraryQuery = z.output<typeof listMusic.query>
type Sort = NonNullable<LibraryQuery['sort']> | 'fit'
type Order = { by: string; type: SortedBy; descending?: boolean }

const BOUNDS = ['$5::float8', '$6::float8', '$7::float8', '$8::float8', '$9::float8', '$10::float8']

const ORDERS: Record<Sort, Order> = {
  newest: { by: 'e.added_at', type: 'timestamptz', descending: true },
  name: { by: `fold(${trackName})`, type: 'text' },
  artist: { by: `fold(${trackArtist})`, type: 'text' },
  valence: { by: 't.valence', type: 'float8' },
  '-valence': { by: 't.valence', type: 'float8', descending: true },
  energy: { by: 't.energy', type: 'float8' },
  '-energy': { by: 't.energy', type: 'float8', descending: true },
  tempo: { by: 't.tempo', type: 'float8' },
  '-tempo': { by: 't.tempo', type: 'float8', descending: true },
  plays: {
    by: '(select count(*) from listens l where l.track_id = e.track_id and l.person_id = e.person_id)::float8',
    type: 'float8',
    descending: true,
  },
  // the nearest to the middle of what fits
  fit: { by: 'e.place <-> point($11::float8, $12::float8)', type: 'float8' },
}

/** All that a track is found by, folded and after a space. */
const words = `' ' || fold(concat_ws(' ', ${trackName}, ${trackArtist}, ${trackAlbum}, array_to_string(a.labels, ' ')))`

const text = ({ by, type, descending = false }: Order) => {
  const beyond = descending ? '<' : '>'
  return `select e.track_id as id, (${by})::text as place from ${libraryEntries}
    where ${listed} and ($2::text is null or ${words} like all (like_words($2)))
      and ($3::text is null or ${trackSource} = $3) and ($4::text is null or ${trackState} = $4)
      and (${BOUNDS[0]} is null or ${fits(BOUNDS)}) and ($11::float8 is null or $12::float8 is not null)
      and ($14::uuid is null
        or case when $13::text is null then (${by}) is null and e.track_id < $14
          else (${by}) is null or (${by}) ${beyond} $13::${type} or (${by}) = $13::${type} and e.track_id < $14 end)
    order by (${by}) ${descending ? 'desc' : 'asc'} ${by === 'e.added_at' ? '' : 'nulls last'}, e.track_id desc
    limit $15 offset $16`
}

/** A page of a person's music; `rule` is that of the mood asked for. */
export async function listTracks(
  db: Db,
  personId: string,
  query: LibraryQuery,
  rule: Rule | null,
): Promise<{ items: Track[]; next_cursor: string | null } | Refusal> {
  const sort: Sort = query.sort ?? (rule === null ? 'newest' : 'fit')
  const order = ORDERS[sort]
  const after = query.cursor === undefined ? null : readSortedCursor(query.cursor, sort, order.type)
  if (isRefusal(after)) return after
  const limit = query.per_page ?? query.limit
  const middle = rule === null ? null : placeOf(rule)
  const found = await rows<{ id: string; place: string | null }>(db, text(order), [
    ...[personId, query.q || null, query.source ?? null, query.features ?? null, ...boundsOf(rule)],
    ...[middle?.valence ?? null, middle?.energy ?? null, after?.value ?? null, after?.id ?? null],
    ...[limit + 1, after === null ? ((query.page ?? 1) - 1) * limit : 0],
  ])
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const tracks = await readTracks(
    db,
    personId,
    page.map(({ id }) => id),
  )
  return {
    // one that was deleted in between is left out
    items: page.flatMap(({ id }) => tracks.get(id) ?? []),
    next_cursor:
      found.length > limit && last !== undefined
        ? writeSortedCursor({ sort, value: last.place, id: last.id })
        : null,
  }
}

const counting = (column: string, values: readonly string[]) =>
  `json_build_object(${values.map((value) => `'${value}', count(*) filter (where ${column} = '${value}')`)})`

const bounds = (n: number) => [2, 3, 4, 5, 6, 7].map((parameter) => `($${parameter}::float8[])[${n}]`)

const summary = `select count(*)::int as total,
    ${counting('source', ['upload', 'show', 'folder', 'spotify'])} as sources,
    ${counting('state', ['known', 'awaited', 'unknown'])} as features,
    json_build_object(${MOODS.map((mood, n) => `'${mood}', count(*) filter (where ${fits(bounds(n + 1))})`)}) as moods
  from (select ${trackSource} as source, ${trackState} as state, e.place, e.tempo from ${libraryEntries} where ${listed}) e`

/** How much music a person has, and of what kind. */
export async function summarise(db: Db, personId: string, rules: Rules): Promise<MusicSummary> {
  const found = await row<MusicSummary>(db, summary, [personId, ...boundsOfAll(rules)])
  if (found === undefined) throw new Error('a count without a row')
  return found
}
