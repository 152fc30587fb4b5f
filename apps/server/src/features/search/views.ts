import { isRefusal, type Refusal, refuseField } from '@sharemyshows/contract/errors'
import { type Found, type Kind, kinds, MOST_COUNTED } from '@sharemyshows/contract/search'
import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { avatarOf } from '../../viewer/people-seen.ts'
import { seesProfile, seesShow } from '../../viewer/rule.ts'
import { finding } from './rules.ts'

/** What a name has to have in common with what was typed, and how near it comes, smaller being nearer. */
type Closeness = { fits: (key: string) => string; rank: (key: string) => string }

const begins = (key: string, before = '') =>
  `${key} like (select ${before && `'${before}' || `}like_literal(whole) || '%' from typed)`

/** Every word is in the name. */
const exact: Closeness = {
  fits: (key) => `${key} like (select coalesce(key, '%') from typed)
    and ' ' || ${key} like all ((select patterns from typed)::text[])`,
  rank: (key) => `case when ${key} = (select whole from typed) then 0 when ${begins(key)} then 1
    when ${begins(key, '% ')} then 2 else 3 end`,
}
/** The name has a part that is spelled nearly like all of it. */
const similar: Closeness = {
  fits: (key) => `(select whole from typed) <<% ${key}`,
  rank: (key) => `1 - strict_word_similarity((select whole from typed), ${key})`,
}

/** How a candidate is placed among the others, by its name; what is dear to know of it is asked in this order. */
const placed = (key: string, { rank }: Closeness) =>
  `${rank(key)} as rank, length(${key}) as length, ${key} as key`
const inPlace = 'order by rank, length, key'
const portion = 'limit $3::int + 1 offset $4::int'

/** The number of shows the viewer may see, counted as far as anybody wants to know. */
const shows = (from: string) =>
  `cross join lateral (select count(*)::int as shows from (select from ${from} and ${seesShow('s')}
    limit ${MOST_COUNTED}) counted) told`

/** Songs are many: words too short for the index fit only as a whole title, and of very common words not every song. */
const sung = (closeness: Closeness) => `
  (select q.song_key from typed join setlist_songs q on q.song_key = whole limit 1)
  union (select distinct q.song_key from (select q.song_key from setlist_songs q
    where ${closeness === exact ? `${exact.fits('q.song_key')} and (select key is not null from typed)` : closeness.fits('q.song_key')}
    limit ${MOST_SUNG}) q)`
const MOST_SUNG = 5000

/** The search of one kind: candidates by their names, then those that the viewer may know of, until a page is full. */
const groups: Record<Kind, (closeness: Closeness) => string> = {
  shows: (closeness) => `
    select s.id, s.title, coalesce(a.name, s.title) as artist_name, s.show_date, v.name as venue_name, v.city as venue_city,
      v.country as venue_country, mine.id is not null as mine
    from (${finding({
      from: 'shows s',
      at: 's.starts_at',
      id: 's.id',
      where: [],
      lazily: [seesShow('s')],
      words: { q: '$2' },
      similar: closeness === similar,
      direction: 'desc',
      limit: '($3::int + 1)',
      offset: '$4::int',
    })}) hit
      join shows s on s.id = hit.id left join artists a on a.id = s.headliner_id join venues v on v.id = s.venue_id
      left join attendances mine on mine.show_id = s.id and mine.person_id = $1::uuid
    order by hit.at desc, hit.id desc`,

  artists: (closeness) => `
    select c.id, c.name, told.shows
    from (select a.id, a.name, ${placed('a.name_key', closeness)} from artists a
        where ${closeness.fits('a.name_key')} ${inPlace} offset 0) c
      ${shows('performances p join shows s on s.id = p.show_id where p.artist_id = c.id')}
    where told.shows > 0 ${inPlace} ${portion}`,

  venues: (closeness) => `
    select c.id, c.name, c.city, c.country, told.shows
    from (select v.id, v.name, v.city, v.country, ${placed('v.name_key', closeness)} from venues v
        where ${closeness.fits(closeness === exact ? 'v.place_key' : 'v.name_key')} ${inPlace} offset 0) c
      ${shows('shows s where s.venue_id = c.id')}
    where told.shows > 0 ${inPlace} ${portion}`,

  cities: (closeness) => `
    select told.name, c.country, told.shows
    from (select v.country, array_agg(v.id) as ids, ${placed('v.city_key', closeness)} from venues v
        where ${closeness.fits('v.city_key')} group by v.city_key, v.country ${inPlace} offset 0) c
      cross join lateral (select count(*)::int as shows, min(counted.city) as name
        from (select v.city from shows s join venues v on v.id = s.venue_id
          where s.venue_id = any(c.ids) and ${seesShow('s')} limit ${MOST_COUNTED}) counted) told
    where told.shows > 0 ${inPlace} ${portion}`,

  people: (closeness) => `
    select c.id, c.username, c.display_name, ${avatarOf('c')} as avatar
    from (select u.id, u.username, u.display_name, u.avatar, u.profile_audience, ${placed('substr(u.words, 2)', closeness)} from users u
        where ${closeness.fits('u.words')} ${inPlace} offset 0) c
    where ${seesProfile('c')} ${inPlace} ${portion}`,

  songs: (closeness) => `
    select told.song_name, told.artist_name, told.shows
    from (select ${placed('q.song_key', closeness)} from (${sung(closeness)}) q ${inPlace} offset 0) c
      cross join lateral (select min(heard.song_name) as song_name, min(heard.artist_name) as artist_name,
          count(distinct heard.show_id)::int as shows
        from (select q.song_name, coalesce(q.artist_name, a.name, s.title) as artist_name, q.show_id
          from setlist_songs q join shows s on s.id = q.show_id left join artists a on a.id = s.headliner_id
          where q.song_key = c.key and ${seesShow('s')} limit ${MOST_COUNTED}) heard
        group by fold(heard.artist_name)) told
    ${inPlace}, shows desc, artist_name ${portion}`,
}

type Rows = { [Name in Kind]: Found[Name]['items'] }

const textOf = (wanted: readonly Kind[], closeness: Closeness): string => {
  const columns = wanted.map(
    (kind) => `(select coalesce(json_agg(g), '[]') from (${groups[kind](closeness)}) g) as ${kind}`,
  )
  return `with typed as materialized (
      select whole, patterns, (select key from unnest(indexable(patterns)) key where key not like '\\% %' limit 1) as key
      from (select fold($2::text) as whole, like_words($2::text) as patterns offset 0) words)
    select ${columns.join(', ')} from (select $1::uuid) viewer`
}

/** All kinds in one query; fewer in one each, so that there are few texts. */
const texts = new Map(
  [exact, similar].map((closeness) => {
    const single = Object.fromEntries(kinds.map((kind) => [kind, textOf([kind], closeness)]))
    return [closeness, { all: textOf(kinds, closeness), single: single as Record<Kind, string> }] as const
  }),
)

const nothing: Rows = { shows: [], artists: [], venues: [], cities: [], people: [], songs: [] }

export type Wanted = { q: string; kinds: readonly Kind[]; limit: number; cursor?: string | undefined }
type Place = { closeness: Closeness; offset: number }

const letters = new Map<string, Closeness>([
  ['e', exact],
  ['s', similar],
])
const FARTHEST = 10_000

/** Where a page of one kind ended, as clients carry it: opaque. */
const writePlace = ({ closeness, offset }: Place): string =>
  Buffer.from(`${closeness === exact ? 'e' : 's'}${offset}`).toString('base64url')

function readPlace(cursor: string): Place | Refusal {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const closeness = letters.get(text.slice(0, 1))
  const offset = /^\d{1,5}$/.test(text.slice(1)) ? Number(text.slice(1)) : FARTHEST
  if (closeness !== undefined && offset < FARTHEST) return { closeness, offset }
  return refuseField('cursor', 'This is not a cursor of this search')
}

/** Up to `limit` of each kind and one more; the others are empty. */
async function ask(db: Db, viewer: Viewer, wanted: Wanted, { closeness, offset }: Place): Promise<Rows> {
  const { all, single } = texts.get(closeness) as { all: string; single: Record<Kind, string> }
  const isAll = wanted.kinds.length === kinds.length
  const sent = isAll ? [all] : wanted.kinds.map((kind) => single[kind])
  const values = [viewer, wanted.q, wanted.limit, offset]
  const answers = await Promise.all(sent.map((text) => row<Partial<Rows>>(db, text, values)))
  return Object.assign({}, nothing, ...answers)
}

type Pages = Omit<Found, 'similar'>

function pages(found: Rows, { closeness, offset }: Place, limit: number): Pages {
  const page = (kind: Kind) => {
    const more = found[kind].length > limit
    const next_cursor = more ? writePlace({ closeness, offset: offset + limit }) : null
    return [kind, { items: found[kind].slice(0, limit), next_cursor }]
  }
  return Object.fromEntries(kinds.map(page))
}

/** Kinds that settle whether something is spelled so: almost any word is somebody's name. */
const settling: ReadonlySet<Kind> = new Set(['shows', 'artists', 'venues', 'cities'])

/** What fits, by kinds; when nothing does, what is spelled similarly. */
export async function findAll(db: Db, viewer: Viewer, wanted: Wanted): Promise<Found | Refusal> {
  const { limit, cursor } = wanted
  const asked = kinds.filter((kind) => wanted.kinds.includes(kind))
  const place = cursor === undefined ? { closeness: exact, offset: 0 } : readPlace(cursor)
  if (isRefusal(place)) return place
  if (cursor !== undefined && asked.length > 1) {
    return refuseField('cursor', 'A cursor goes on in one kind: ask for that one alone')
  }
  const found = await ask(db, viewer, { ...wanted, kinds: asked }, place)
  const missing = asked.filter((kind) => found[kind].length === 0)
  const decisive = asked.filter((kind) => settling.has(kind))
  const none = (decisive.length > 0 ? decisive : asked).every((kind) => missing.includes(kind))
  if (cursor !== undefined || !none) {
    return { similar: place.closeness === similar, ...pages(found, place, limit) }
  }
  const near = { closeness: similar, offset: 0 }
  const nearby = await ask(db, viewer, { ...wanted, kinds: missing }, near)
  const filled = Object.fromEntries(missing.map((kind) => [kind, pages(nearby, near, limit)[kind]]))
  return {
    similar: missing.some((kind) => nearby[kind].length > 0),
    ...pages(found, place, limit),
    ...filled,
  }
}

/** Venues whose name or town has the words; when none has, those that are spelled similarly. */
export async function findVenues(
  db: Db,
  viewer: Viewer,
  words: string,
  limit: number,
): Promise<Found['venues']['items']> {
  const found = await findAll(db, viewer, { q: words, kinds: ['venues'], limit })
  return isRefusal(found) ? [] : found.venues.items
}
