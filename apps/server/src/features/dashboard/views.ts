import type {
  DashboardStats,
  DiaryShow,
  SeenArtist,
  ShowsCount,
  VisitedPlace,
  VisitedVenue,
} from '@sharemyshows/contract/dashboard'
import type { CalendarDay, MonthOfShows, Span } from '@sharemyshows/contract/dashboard-calendar'
import type { RecentComment, RecentMedium } from '@sharemyshows/contract/dashboard-recent'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import { coverOf } from '../../viewer/cover.ts'
import { addressesOf, renditionsOf } from '../../viewer/media-addresses.ts'
import { seesMedium, seesShow } from '../../viewer/rule.ts'
import { daysOf } from './rules.ts'

/** My diary without what was cancelled. */
const diary = `attendances d join shows s on s.id = d.show_id and s.status <> 'cancelled'`
/** Over, or checked in by hand; `state` alone would keep a past show that was moved to a coming day. */
const been = `(is_over(s.starts_at, s.ends_at) or d.state <> 'going' and coalesce(d.arrived_at, d.left_at) is not null)`
/** The shows I have been to. */
const nights = `from ${diary} where d.person_id = $1 and ${been}`

const zone = `coalesce((select u.time_zone from users u where u.id = $1), 'UTC')`
const today = `(now() at time zone ${zone})::date`

const stats = `
  with night as materialized (select s.id, s.venue_id ${nights}),
    place as materialized (select v.city_key, upper(v.country) as country
      from (select distinct venue_id as id from night) visited join venues v using (id))
  select (select count(*) from night) as shows,
    (select count(*) from (select distinct p.artist_id from night n join performances p on p.show_id = n.id) a) as artists,
    (select count(*) from place) as venues,
    (select count(*) from (select distinct city_key, country from place where city_key is not null) c) as cities,
    (select count(distinct country) from place) as countries,
    (select count(*) from night n join setlist_songs q on q.show_id = n.id) as songs,
    files.*,
    (select count(*) from comments c where c.author_id = $1 and c.deleted_at is null) as comments,
    (select count(*) from relationships r
      where r.from_id = $1 and r.kind = 'friend' and r.state = 'accepted') as friends
  from (select count(*) filter (where kind = 'photo') as photos, count(*) filter (where kind = 'audio') as audio,
      count(*) filter (where kind = 'video') as videos
    from media m where m.owner_id = $1 and m.state <> 'failed' and m.deleted_at is null) files`

/** What a person has been to and kept, in numbers. */
export async function readStats(db: Db, personId: string): Promise<DashboardStats> {
  return one(await row<DashboardStats>(db, stats, [personId]))
}

const count = `
  with years as (
    select extract(year from s.show_date)::int as year, count(*)::int as shows,
      count(*) filter (where not ${been})::int as upcoming
    from ${diary} where d.person_id = $1 group by 1)
  select coalesce(sum(shows), 0)::int as total, coalesce(sum(upcoming), 0)::int as upcoming,
    coalesce(sum(shows) filter (where year = extract(year from ${today})), 0)::int as this_year,
    coalesce(json_agg(json_build_object('year', year, 'shows', shows, 'upcoming', upcoming) order by year desc),
      '[]') as by_year
  from years`

/** How many shows are in a person's diary, in all and by year. */
export async function countShows(db: Db, personId: string): Promise<ShowsCount> {
  return one(await row<ShowsCount>(db, count, [personId]))
}

type DiaryRow = Omit<DiaryShow, 'cover'> & Photo
type Photo = { cover_id: string | null; placeholder: string | null; color: string | null }

const asDiaryShow = ({ cover_id, placeholder, color, ...show }: DiaryRow): DiaryShow => ({
  ...show,
  cover: coverOf({ cover_id, placeholder, color }),
})

const described = `s.id, s.title, a.id as artist_id, coalesce(a.name, s.title) as artist_name, v.id as venue_id, v.name as venue_name,
  v.city as venue_city, s.show_date, to_char(s.show_time, 'HH24:MI') as show_time, s.starts_at, s.time_zone,
  picked.rating, cover.*`
const describing = `left join artists a on a.id = s.headliner_id join venues v on v.id = s.venue_id
  left join lateral (select x.id as cover_id, x.placeholder, x.color from media x
    where x.show_id = s.id and x.kind = 'photo' and x.state = 'ready' and ${seesMedium('x')}
    order by coalesce(x.captured_at, x.created_at), x.id limit 1) cover on true`

const recent = `
  select ${described}
  from (select d.show_id, d.rating, d.starts_at from ${diary} where d.person_id = $1 and ${been}
    order by d.starts_at desc, d.show_id desc limit $2) picked
    join shows s on s.id = picked.show_id ${describing}
  order by picked.starts_at desc, s.id desc`

/** Shows a person has been to, the last night first. */
export async function listRecentShows(db: Db, personId: string, limit: number): Promise<DiaryShow[]> {
  return (await rows<DiaryRow>(db, recent, [personId, limit])).map(asDiaryShow)
}

/**
 * Each earlier year's day is a small range of the diary's index, since a start lies within a day of its date in UTC;
 * `offset 0` keeps PostgreSQL from rather comparing the dates of all shows.
 */
const onThisDay = `
  with this as materialized (select coalesce($2::date, ${today}) as day),
    earlier as (select date from this,
        generate_series(1, extract(year from day)::int
          - extract(year from (select min(starts_at) from attendances where person_id = $1))::int + 1) years,
        lateral (select (day - make_interval(years => years))::date as date)
      where to_char(date, 'MMDD') = to_char(day, 'MMDD'))
  select ${described}
  from (select d.show_id, d.rating from earlier
      cross join lateral (select * from attendances d where d.person_id = $1
        and d.starts_at >= earlier.date - 1 and d.starts_at < earlier.date + 2 offset 0) d
      join shows s on s.id = d.show_id and s.show_date = earlier.date and s.status <> 'cancelled'
      where ${been}) picked
    join shows s on s.id = picked.show_id ${describing}
  order by s.starts_at desc, s.id desc`

/** Shows a person has been to on this day of earlier years; without a day, today where she is. */
export async function listOnThisDay(db: Db, personId: string, date?: string): Promise<DiaryShow[]> {
  return (await rows<DiaryRow>(db, onThisDay, [personId, date ?? null])).map(asDiaryShow)
}

const visited = `
  select v.id, v.name, v.city, v.country, v.latitude, v.longitude, n.visit_count, n.last_visit
  from (select s.venue_id, count(*)::int as visit_count, max(s.show_date) as last_visit ${nights} group by 1) n
    join venues v on v.id = n.venue_id`
const mostVisited = 'order by n.visit_count desc, n.last_visit desc, v.name, v.id limit $2'
const topVenues = `${visited} ${mostVisited}`
const places = `${visited} where v.latitude is not null ${mostVisited}`

/** Venues a person has been to, most visits first. */
export const listTopVenues = (db: Db, personId: string, limit: number): Promise<VisitedVenue[]> =>
  rows(db, topVenues, [personId, limit])

const MOST_PLACES = 2000

/** Venues a person has been to whose point is known. */
export async function listPlaces(db: Db, personId: string): Promise<VisitedPlace[]> {
  type Row = VisitedVenue & { latitude: number; longitude: number }
  const found = await rows<Row>(db, places, [personId, MOST_PLACES])
  return found.map(({ latitude, longitude, ...venue }) => ({
    ...venue,
    point: { type: 'Point', coordinates: [longitude, latitude] },
  }))
}

const seen = `
  select a.id, a.name, n.show_count, n.last_seen
  from (select p.artist_id, count(*)::int as show_count, max(s.show_date) as last_seen
      from ${diary} join performances p on p.show_id = s.id where d.person_id = $1 and ${been}
      group by 1) n
    join artists a on a.id = n.artist_id
  order by n.show_count desc, n.last_seen desc, a.name, a.id limit $2`
const topArtists = `
  select top.*, portrait.*
  from (${seen}) top
    left join lateral (select x.id as cover_id, x.placeholder, x.color
      from shows h join media x on x.show_id = h.id
      where h.headliner_id = top.id and x.owner_id = $1 and x.kind = 'photo' and x.state = 'ready'
        and x.deleted_at is null
      order by h.show_date desc, x.id desc limit 1) portrait on true
  order by top.show_count desc, top.last_seen desc, top.name, top.id`

/** Artists a person has seen, most often first. */
export async function listTopArtists(db: Db, personId: string, limit: number): Promise<SeenArtist[]> {
  const found = await rows<Omit<SeenArtist, 'portrait'> & Photo>(db, topArtists, [personId, limit])
  return found.map(({ cover_id, placeholder, color, ...artist }) => ({
    ...artist,
    portrait: coverOf({ cover_id, placeholder, color }),
  }))
}

const calendar = `
  with span as materialized (select coalesce($2::date, date_trunc('year', ${today})::date) as first,
    coalesce($3::date, (date_trunc('year', ${today}) + interval '1 year - 1 day')::date) as last)
  select s.show_date as date, json_agg(json_build_object('id', s.id, 'artist_name', coalesce(a.name, s.title), 'venue_name', v.name,
      'venue_city', v.city, 'upcoming', not ${been}) order by s.starts_at, s.id) as shows
  from ${diary} left join artists a on a.id = s.headliner_id join venues v on v.id = s.venue_id
  where d.person_id = $1 and d.starts_at >= (select first - 1 from span) and d.starts_at < (select last + 2 from span)
    and s.show_date between (select first from span) and (select last from span)
  group by s.show_date order by s.show_date`

/** Days with shows in a person's diary, oldest first; without a span those of the current year. */
export function listCalendar(db: Db, personId: string, span: Span): Promise<CalendarDay[]> {
  const { from, to } = daysOf(span)
  return rows(db, calendar, [personId, from, to])
}

const months = `
  with span as materialized (select date_trunc('month', ${today})::date as last,
    (date_trunc('month', ${today}) - make_interval(months => $2::int - 1))::date as first)
  select to_char(month, 'YYYY-MM') as month, coalesce(n.shows, 0)::int as shows
  from span cross join generate_series(span.first::timestamp, span.last::timestamp, interval '1 month') month
    left join (select date_trunc('month', s.show_date::timestamp) as month, count(*) as shows
      ${nights} and d.starts_at >= (select first - 1 from span) group by 1) n using (month)
  order by month`

/** Shows a person has been to in each of the last months, oldest first. */
export const listMonths = (db: Db, personId: string, count: number): Promise<MonthOfShows[]> =>
  rows(db, months, [personId, count])

/** The show of a row in brief, as far as its owner may still see it. */
type OfShow = {
  seen: string | null
  artist_name: string
  venue_name: string
  show_date: string
  time_zone: string
}
const ofShow =
  's.id as seen, coalesce(a.name, s.title) as artist_name, v.name as venue_name, s.show_date, s.time_zone'
const joinShow = (row: string) => `left join shows s on s.id = ${row}.show_id and ${seesShow('s')}
  left join artists a on a.id = s.headliner_id left join venues v on v.id = s.venue_id`

function inBrief<Row extends OfShow>({ seen, artist_name, venue_name, show_date, time_zone, ...rest }: Row) {
  return { ...rest, show: seen === null ? null : { id: seen, artist_name, venue_name, show_date, time_zone } }
}

const media = `
  select m.id, m.kind, m.show_id, m.caption, m.mime_type, m.file_size, m.width, m.height, m.captured_at,
    m.duration_ms / 1000.0 as duration, m.placeholder, m.color, m.state, m.created_at, m.updated_at,
    ${renditionsOf('m')} as renditions, ${ofShow}
  from (select * from media where owner_id = $1 and kind = $2 and state <> 'failed' and deleted_at is null
    order by id desc limit $3) m
    ${joinShow('m')}
  order by m.id desc`

/** A person's own media of one kind, the last added first. */
export async function listRecentMedia(
  db: Db,
  personId: string,
  kind: RecentMedium['kind'],
  limit: number,
): Promise<RecentMedium[]> {
  type Row = Omit<RecentMedium, 'show' | 'urls'> & OfShow & { renditions: string[] }
  const found = await rows<Row>(db, media, [personId, kind, limit])
  return found.map(({ renditions, ...medium }) => ({
    ...inBrief(medium),
    urls: addressesOf({ ...medium, own: true, renditions }),
  }))
}

const comments = `
  select c.id, c.show_id, c.content, c.edited, c.created_at, c.updated_at, ${ofShow}
  from (select * from comments where author_id = $1 and deleted_at is null order by id desc limit $2) c
    ${joinShow('c')}
  order by c.id desc`

/** A person's own comments, the last written first. */
export async function listRecentComments(db: Db, personId: string, limit: number): Promise<RecentComment[]> {
  const found = await rows<Omit<RecentComment, 'show'> & OfShow>(db, comments, [personId, limit])
  return found.map(inBrief)
}

function one<Row>(found: Row | undefined): Row {
  if (found === undefined) throw new Error('a query of one row gave none')
  return found
}
