import type { Attendance } from '@sharemyshows/contract/attendance'
import type { Venue } from '@sharemyshows/contract/catalog'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { ShowDuplicates } from '@sharemyshows/contract/merging'
import type { FoundShows, ShowSearch } from '@sharemyshows/contract/search'
import type { Show, ShowFilter } from '@sharemyshows/contract/shows'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { coverOf } from '../../viewer/cover.ts'
import { seeProfile } from '../../viewer/gate.ts'
import {
  opensEvent,
  seesAttendance,
  seesComment,
  seesMedium,
  seesProfileOf,
  seesShow,
} from '../../viewer/rule.ts'
import type { Finding } from '../search/feature.ts'
import {
  description,
  hasWords,
  type Narrowed,
  type Part,
  pageSize,
  picking,
  type Row,
  type Source,
} from './rules.ts'

const described = description('performances', opensEvent('s'))

const sources = `
  join venues v on v.id = s.venue_id
  left join attendances mine on mine.show_id = s.id and mine.person_id = $1`

/** What people hold in a show, as far as the viewer may know. */
const held = `
  cross join lateral (
    select people.*, files.photos, files.audio, files.videos, cover.id as cover_id, cover.placeholder, cover.color,
      (select count(*)::int from setlist_songs q where q.show_id = s.id) as songs,
      (select count(*)::int from comments k where k.show_id = s.id and ${seesComment('k')}) as comments
    from (
      select count(*)::int as attendees, coalesce(bool_or(t.audience = 'public'), false) as published
      from attendances t where t.show_id = s.id and ${seesAttendance('t')}) people
    cross join (
      select count(*) filter (where x.kind = 'photo')::int as photos,
        count(*) filter (where x.kind = 'audio')::int as audio,
        count(*) filter (where x.kind = 'video')::int as videos,
        (array_agg(x.id order by coalesce(x.captured_at, x.created_at), x.id)
          filter (where x.kind = 'photo' and x.state = 'ready'))[1] as cover_id
      from media x
      where x.show_id = s.id and x.state <> 'failed' and ${seesMedium('x')}) files
    left join media cover on cover.id = files.cover_id) held`

/** How shows `s` are described to a viewer, for whoever tells more of them: columns, joins, and what to make of a row. */
export const describing = {
  columns: described,
  joins: `${sources} ${held}`,
  show: (row: Row): Show => show(row),
}
export type Describing = typeof describing
export type { Row as ShowRow } from './rules.ts'

const one = `select ${described} from shows s ${sources} ${held} where s.id = $2 and ${seesShow('s')}`

/** The show as this viewer sees it; undefined when to her it does not exist. */
export async function readShow(db: Db, viewer: Viewer, id: string): Promise<Show | undefined> {
  const found = await row<Row>(db, one, [viewer, id])
  return found && show(found)
}

/** Shows to choose from: all that the viewer may see, her diary, or a person's as far as she may know it. */
type Whose = 'everybody' | 'mine' | { person: string }

function sourceOf(whose: Whose): Source {
  const diary = { from: 'attendances d join shows s on s.id = d.show_id', at: 'd.starts_at', id: 'd.show_id' }
  if (whose === 'mine') return { ...diary, where: ['d.person_id = $1'], lazily: [], values: [] }
  if (whose === 'everybody') {
    return { from: 'shows s', at: 's.starts_at', id: 's.id', where: [], lazily: [seesShow('s')], values: [] }
  }
  const where = ['d.person_id = $3', seesProfileOf('$3'), seesAttendance('d')]
  return { ...diary, where, lazily: [], values: [whose.person] }
}

type ShowPage = { items: Show[]; next_cursor: string | null }
/** The database, and how shows are found by words. */
export type Reading = { db: Db; find: Finding }

/** A page of shows that fit a filter, in one query: ids are picked first, and only those are described. */
export async function listShows(
  { db, find }: Reading,
  viewer: Viewer,
  whose: Whose,
  part: Part,
  filter: Narrowed,
): Promise<ShowPage | Refusal> {
  const position = filter.cursor === undefined ? undefined : readCursor(filter.cursor)
  if (isRefusal(position)) return position
  const { text, values, direction } = picking(find, sourceOf(whose), part, filter, position)
  const found = await rows<Row & { more: boolean }>(
    db,
    `with page as materialized (${text})
    select ${described}, (select count(*) > $2 from page) as more
    from (select * from page order by at ${direction}, id ${direction} limit $2) picked
      join shows s on s.id = picked.id ${sources} ${held}
    order by picked.at ${direction}, picked.id ${direction}`,
    [viewer, pageSize(filter), ...values],
  )
  const last = found.at(-1)
  return {
    items: found.map(show),
    next_cursor: last?.more ? writeCursor({ at: last.starts_at, id: last.id }) : null,
  }
}

/** The diary of a person as far as the viewer may know it; refused when to her the person does not exist. */
export async function listShowsOfPerson(
  reading: Reading,
  viewer: Viewer,
  person: string,
  filter: ShowFilter,
): Promise<ShowPage | Refusal> {
  const page = await listShows(reading, viewer, { person }, 'all', filter)
  if (isRefusal(page) || page.items.length > 0) return page
  return (await seeProfile(reading.db, viewer, person)) === null ? refuse('not_found') : page
}

const SIMILAR = '~'

/** Shows that fit; when none does, those that are spelled similarly. Cursors of the latter say so. */
export async function searchShows(
  reading: Reading,
  viewer: Viewer,
  whose: Whose,
  { cursor, ...filter }: ShowSearch,
): Promise<FoundShows | Refusal> {
  const ask = (more: Partial<Narrowed>) => listShows(reading, viewer, whose, 'all', { ...filter, ...more })
  if (!cursor?.startsWith(SIMILAR)) {
    const exact = await ask({ cursor })
    if (isRefusal(exact)) return exact
    const first = cursor === undefined && exact.items.length === 0 && hasWords(filter)
    const beyond = first && (filter.page ?? 1) > 1 ? await ask({ page: 1 }) : exact
    if (!first || isRefusal(beyond) || beyond.items.length > 0) return { ...exact, similar: false }
  }
  const near = await ask({ cursor: cursor?.slice(SIMILAR.length), similar: true })
  if (isRefusal(near)) return near
  const next_cursor = near.next_cursor && SIMILAR + near.next_cursor
  return { items: near.items, next_cursor, similar: near.items.length > 0 }
}

const years = `select extract(year from s.show_date)::int as year, count(*)::int as shows
  from attendances d join shows s on s.id = d.show_id where d.person_id = $1 group by 1 order by 1 desc`

/** Years of a person's own diary with the number of shows in each, newest first. */
export const listYears = (db: Db, personId: string): Promise<{ year: number; shows: number }[]> =>
  rows(db, years, [personId])

/** A row of a description as the wire has it. */
export function show(row: Row): Show {
  const [headliner] = row.lineup
  const mine = mineOf(row)
  return {
    id: row.id,
    title: row.title,
    artist_name: headliner?.artist.name ?? row.title ?? '',
    venue_name: row.venue_name,
    venue_address: row.address,
    venue_city: row.city,
    venue_state: row.state,
    venue_country: row.country,
    venue_latitude: row.latitude,
    venue_longitude: row.longitude,
    show_date: row.show_date,
    show_time: row.show_time?.slice(0, 5) ?? null,
    starts_at: row.starts_at,
    time_zone: row.time_zone,
    status: row.status,
    event: row.event,
    notes: row.notes,
    is_public: mine === null ? row.organized || row.published : mine.audience === 'public',
    artist: headliner?.artist ?? null,
    venue: venueOf(row),
    lineup: row.lineup,
    cover: coverOf(row),
    my_attendance: mine,
    counts: {
      photos: row.photos,
      audio: row.audio,
      videos: row.videos,
      comments: row.comments,
      songs: row.songs,
      attendees: row.attendees,
    },
    created_at: row.created_at,
    updated_at: row.updated_at,
  }
}

const venueOf = (row: Row): Venue => ({
  id: row.venue_id,
  name: row.venue_name,
  address: row.address,
  city: row.city,
  state: row.state,
  country: row.country,
  point:
    row.latitude === null || row.longitude === null
      ? null
      : { type: 'Point', coordinates: [row.longitude, row.latitude] },
  time_zone: row.venue_zone,
})

const mineOf = (row: Row): Attendance | null =>
  row.my_id === null
    ? null
    : {
        id: row.my_id,
        rsvp: row.rsvp,
        state: row.my_state,
        method: row.method,
        arrived_at: row.arrived_at,
        left_at: row.left_at,
        notes: row.notes,
        rating: row.rating,
        audience: row.audience,
        created_at: row.my_created_at,
        updated_at: row.my_updated_at,
      }

/** The same artist, by name, in the same town or near it, within a day. */
const alike = `
  select o.id, case when o.show_date = s.show_date then 'same_night' else 'next_day' end as reason,
    o.show_date <> s.show_date as far
  from shows s join venues sv on sv.id = s.venue_id join artists a on a.id = s.headliner_id
    join artists b on b.id = a.id or near_key(b.name_key) = near_key(a.name_key)
    join shows o on o.headliner_id = b.id and o.show_date between s.show_date - 1 and s.show_date + 1 and o.id <> s.id
    join venues ov on ov.id = o.venue_id
  where s.id = $2 and ${seesShow('s')} and ${seesShow('o')} and (o.venue_id = s.venue_id
    or ov.city_key = sv.city_key or near_key(ov.name_key) = near_key(sv.name_key) or ov.pos <-> sv.pos <= 300)
  order by far, o.id limit 10`

const duplicates = `with alike as materialized (${alike})
  select ${described}, alike.reason
  from (select id, reason, far from alike union all select $2::uuid, null, null) alike
    join shows s on s.id = alike.id ${sources} ${held}
  where ${seesShow('s')} order by alike.far nulls first, s.id`

/** A show and those that might be the same concert; `looksAfterAll` may merge what she did not attend. */
export async function listDuplicates(
  db: Db,
  viewer: Viewer,
  id: string,
  looksAfterAll: boolean,
): Promise<ShowDuplicates | undefined> {
  const found = await rows<Row & { reason: ShowDuplicates['items'][number]['reason'] }>(db, duplicates, [
    viewer,
    id,
  ])
  const [subject, ...others] = found
  if (subject === undefined) return undefined
  const items = others.map((row) => ({
    show: show(row),
    reason: row.reason,
    may_merge: looksAfterAll || (row.my_id !== null && subject.my_id !== null),
  }))
  return { subject: { show: show(subject) }, items, next_cursor: null }
}
