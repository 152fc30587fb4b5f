import type { AnalysisStatus } from '@sharemyshows/contract/analysis'
import type { LibraryItem } from '@sharemyshows/contract/audio-library'
import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { rows } from '../../../platform/db/read.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { readSortedCursor, type SortedBy, writeSortedCursor } from '../../../platform/http/sorted-cursor.ts'
import type { Media } from '../../media/feature.ts'
import { status } from '../policy.ts'
import { keysWanted, type LibraryQuery } from '../rules.ts'

type Sort = LibraryQuery['sort']
type Order = { by: string; type: SortedBy; descending: boolean }

const title = `fold(coalesce(m.caption, m.tags ->> 'title', m.file_name, ''))`
const byNumber = (column: string, descending: boolean): Order => ({ by: column, type: 'float8', descending })

const ORDERS: Record<Sort, Order> = {
  newest: { by: 'm.id', type: 'uuid', descending: true },
  oldest: { by: 'm.id', type: 'uuid', descending: false },
  title: { by: title, type: 'text', descending: false },
  bpm: byNumber('a.bpm', false),
  '-bpm': byNumber('a.bpm', true),
  energy: byNumber('a.energy', false),
  '-energy': byNumber('a.energy', true),
  loudness: byNumber('a.loudness', false),
  '-loudness': byNumber('a.loudness', true),
}

/** All that a recording is found by, folded and after a space. */
const words = `' ' || fold(concat_ws(' ', m.caption, m.file_name, m.tags ->> 'title', m.tags ->> 'artist',
  m.tags ->> 'album', array_to_string(a.labels, ' '))) || coalesce(s.words, '')`

/** Hers alone, $1; what is not analysed has none of what $3 to $6 ask for. */
const text = ({ by, type, descending }: Order) => {
  const beyond = descending ? '<' : '>'
  return `select ${status}, a.bpm, a.tonic, a.mode, a.time_signature, a.loudness as loudness_lufs, a.energy, a.danceability,
    a.valence, coalesce(a.labels, '{}') as labels, a.description, (${by})::text as place
  from media m left join analyses a on a.media_id = m.id left join shows s on s.id = m.show_id
  where m.owner_id = $1::uuid and m.kind = 'audio' and m.deleted_at is null
    and ($2::text is null or ${words} like all (like_words($2)))
    and ($3::float8 is null or a.bpm >= $3) and ($4::float8 is null or a.bpm <= $4)
    and ($5::text[] is null or a.tonic || ' ' || a.mode = any($5))
    and ($6::text is null or $6 = any(a.labels))
    and ($8::uuid is null
      or case when $7::text is null then (${by}) is null and m.id < $8
        else (${by}) is null or (${by}) ${beyond} $7::${type} or (${by}) = $7::${type} and m.id < $8 end)
  order by (${by}) ${descending ? 'desc' : 'asc'} nulls last, m.id desc limit $9 offset $10`
}

type Row = AnalysisStatus & Omit<LibraryItem, 'audio' | 'analysis'> & { place: string | null }

/** A page of the actor's recordings with the best of what was found in them. */
export async function listLibrary(
  deps: { db: Db; listAudio: Media['listAudio'] },
  actor: Actor,
  query: LibraryQuery,
): Promise<{ items: LibraryItem[]; next_cursor: string | null } | Refusal> {
  const { sort, cursor, q = null, bpm_from = null, bpm_to = null, label = null } = query
  const order = ORDERS[sort]
  const place = cursor === undefined ? undefined : readSortedCursor(cursor, sort, order.type)
  if (isRefusal(place)) return place
  const limit = query.per_page ?? query.limit
  const found = await rows<Row>(deps.db, text(order), [
    ...[actor.id, q || null, bpm_from, bpm_to, keysWanted(query), label],
    ...[place?.value ?? null, place?.id ?? null, limit + 1, place ? 0 : ((query.page ?? 1) - 1) * limit],
  ])
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const audio = await deps.listAudio(
    actor.id,
    page.map(({ audio_id }) => audio_id),
  )
  return {
    // one that was deleted in between is left out
    items: page.flatMap((each) => shown(each, audio.get(each.audio_id))),
    next_cursor:
      found.length > limit && last !== undefined
        ? writeSortedCursor({ sort, value: last.place, id: last.audio_id })
        : null,
  }
}

function shown(found: Row, audio: LibraryItem['audio'] | undefined): LibraryItem[] {
  const { audio_id, state, progress, failure, failure_code, outdated, analyzed_at, place, ...best } = found
  const analysis = { audio_id, state, progress, failure, failure_code, outdated, analyzed_at }
  return audio === undefined ? [] : [{ audio, analysis, ...best }]
}

const MOST_LABELS = 200

const labels = `select label, count(*)::int as count
  from media m join analyses a on a.media_id = m.id cross join unnest(a.labels) label
  where m.owner_id = $1::uuid and m.kind = 'audio' and m.deleted_at is null
  group by label order by count desc, label limit ${MOST_LABELS}`

/** The labels of the actor's recordings with how many bear them. */
export const listLabels = (db: Db, actor: Actor): Promise<{ label: string; count: number }[]> =>
  rows(db, labels, [actor.id])
