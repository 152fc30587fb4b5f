import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Listen, listListens } from '@sharemyshows/contract/listens'
import type { z } from 'zod'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import { readSortedCursor, writeSortedCursor } from '../../../platform/http/sorted-cursor.ts'
import { hasTrack, libraryEntries } from '../../../viewer/tracks.ts'
import { readTracks } from '../../../viewer/tracks-seen.ts'

type Row = Omit<Listen, 'track'> & { track_id: string; place: string }

/** A listen of hers (alias `l`) to what is there. */
const select = `select l.id, l.track_id, l.mood, l.seconds, l.outcome, l.played_at, l.played_at::text as place
  from listens l cross join lateral (select from ${libraryEntries}
    where ${hasTrack} and e.track_id = l.track_id) there
  where l.person_id = $1::uuid`

const one = `${select} and l.id = $2`

const page = `${select} and l.played_at > now() - $2 * interval '1 day' and ($3::text is null or l.mood = $3)
    and ($4::timestamptz is null or (l.played_at, l.id) < ($4::timestamptz, $5::uuid))
  order by l.played_at desc, l.id desc limit $6 offset $7`

const shown = ({ track_id: _, place: __, ...listen }: Row, track: Listen['track']): Listen => ({
  ...listen,
  track,
})

/** One listen of a person's. */
export async function readListen(db: Db, personId: string, id: string): Promise<Listen | Refusal> {
  const found = await row<Row>(db, one, [personId, id])
  if (found === undefined) return refuse('not_found')
  const track = (await readTracks(db, personId, [found.track_id])).get(found.track_id)
  return track === undefined ? refuse('not_found') : shown(found, track)
}

/** What a person played, the newest first. */
export async function readListens(
  db: Db,
  personId: string,
  query: z.output<typeof listListens.query>,
): Promise<{ items: Listen[]; next_cursor: string | null } | Refusal> {
  const after = query.cursor === undefined ? null : readSortedCursor(query.cursor, 'newest', 'timestamptz')
  if (isRefusal(after)) return after
  const limit = query.per_page ?? query.limit
  const found = await rows<Row>(db, page, [
    ...[personId, query.days, query.mood ?? null, after?.value ?? null, after?.id ?? null],
    ...[limit + 1, after === null ? ((query.page ?? 1) - 1) * limit : 0],
  ])
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const tracks = await readTracks(
    db,
    personId,
    items.map(({ track_id }) => track_id),
  )
  return {
    items: items.flatMap((each) => {
      const track = tracks.get(each.track_id)
      return track === undefined ? [] : [shown(each, track)]
    }),
    next_cursor:
      found.length > limit && last !== undefined
        ? writeSortedCursor({ sort: 'newest', value: last.place, id: last.id })
        : null,
  }
}
