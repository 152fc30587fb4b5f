import { type Insertable, sql, type Updateable } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'
import { newId } from '../../platform/db/ids.ts'
import { row } from '../../platform/db/read.ts'
import { description, type Facts, type Row } from './rules.ts'

/**
 * What makes a show this one: headliner, local day, and a venue or a point near it. Where nobody is named, the title
 * stands for the headliner.
 */
export type Meeting = {
  headlinerId: string | null
  title: string | null
  date: string
  venueId: string
  point: { latitude: number; longitude: number } | null
}

/** Two venues closer than this are one place under two names. */
const SAME_PLACE_METRES = 300

const isNear = (latitude: string, longitude: string): string =>
  `least(v.pos <-> ll_to_earth(${latitude}::float8, ${longitude}::float8),
    s.pos <-> ll_to_earth(${latitude}::float8, ${longitude}::float8)) <= ${SAME_PLACE_METRES}`

const meets = (headliner: string, date: string, venue: string, latitude: string, longitude: string): string =>
  `s.headliner_id = ${headliner}::uuid and s.show_date = ${date}::date and (s.venue_id = ${venue}::uuid
    or ${isNear(latitude, longitude)})`

const meetsUntitled = meets('$1', '$2', '$3', '$4', '$5')
const meetsByTitle = `s.headliner_id is null and s.title_key = fold($1) and s.show_date = $2::date
  and (s.venue_id = $3::uuid or ${isNear('$4', '$5')})`

/** The same query for meetings by headliner and by title; `$1` to `$5` are what `valuesOf` gives. */
const either = (text: (meets: string) => string) => {
  const [byHeadliner, byTitle] = [text(meetsUntitled), text(meetsByTitle)]
  return ({ headlinerId }: Meeting): string => (headlinerId === null ? byTitle : byHeadliner)
}

const valuesOf = ({ headlinerId, title, date, venueId, point }: Meeting): unknown[] => [
  headlinerId ?? title,
  date,
  venueId,
  point?.latitude ?? null,
  point?.longitude ?? null,
]

export type NewShow = {
  meeting: Meeting
  /** The bill; the headliner first. */
  artistIds: readonly string[]
  title: string | null
  time: string | null
  startsAt: string
  zone: string
  personId: string
}
/** A show that was there already. */
export type Met = { id: string; title: string | null; show_time: string | null; acts: number }

/** What is held in a show that is only being made: the maker's attendance. */
const heldByMaker = `(select 1 as attendees, false as published, 0 as photos, 0 as audio, 0 as videos,
  null::uuid as cover_id, null as placeholder, null as color, 0 as songs, 0 as comments)`

const FIRST_FREE = 14

/** The statement of `findOrMake`, with the piece that adds the maker's attendance to the row of `made`. */
export const makingOf = (recording: (made: string, first: number) => string): string => `
  with met as materialized (
    select s.id, s.title, s.show_time from shows s join venues v on v.id = s.venue_id
    where ${meetsUntitled} order by s.venue_id = $3::uuid desc limit 1
    for key share of s
  ), made as (
    insert into shows (id, title, venue_id, headliner_id, show_date, show_time, starts_at, time_zone, created_by)
    select $6::uuid, $7::text, $3::uuid, $1::uuid, $2::date, $8::time, $9::timestamptz, $10::text, $11::uuid
    where not exists (select 1 from met) returning *
  ), bill as (
    insert into performances (id, show_id, artist_id, position)
    select p.id, made.id, p.artist_id, p.position from made,
      unnest($12::uuid[], $13::uuid[]) with ordinality as p (id, artist_id, position)
    returning *
  ), recorded as (${recording('made', FIRST_FREE)})
  select met.id as met_id, met.title as met_title, met.show_time as met_time,
    (select count(*)::int from performances p where p.show_id = met.id) as acts, told.*
  from (select 1) always left join met on true left join (
    select ${description('bill', 'false')} from made s join venues v on v.id = s.venue_id cross join recorded mine
      cross join ${heldByMaker} held) told on true`

type Answer = Row & { met_id: string | null; met_title: string | null; met_time: string | null; acts: number }

/**
 * Finds the show of this meeting, or makes it with its maker's attendance by the statement `making`. The caller holds a claim on headliner and
 * day; a show that was there cannot go away before the transaction ends.
 */
export async function findOrMake(
  tx: Tx,
  making: string,
  { meeting, artistIds, title, time, startsAt, zone, personId }: NewShow,
  recording: readonly unknown[],
): Promise<{ made: Row } | { met: Met }> {
  const show = [newId(), title, time, startsAt, zone, personId, artistIds.map(newId), artistIds]
  const found = await row<Answer>(tx, making, [...valuesOf(meeting), ...show, ...recording])
  if (found === undefined) throw new Error('a show was neither found nor made')
  const { met_id, met_title, met_time, acts, ...made } = found
  return met_id === null ? { made } : { met: { id: met_id, title: met_title, show_time: met_time, acts } }
}

const other = either(
  (meets) => `select s.id from shows s join venues v on v.id = s.venue_id
    where ${meets} and s.id <> $6 limit 1`,
)

/** True when another show than the one given is of this meeting. */
export const meetsOther = async (tx: Tx, meeting: Meeting, id: string): Promise<boolean> =>
  (await row(tx, other(meeting), [...valuesOf(meeting), id])) !== undefined

const locking = either(
  (meets) => `select s.id, s.organizer_id is not null as organised
    from shows s join venues v on v.id = s.venue_id
    where ${meets} order by s.venue_id = $3::uuid desc, s.id limit 1 for no key update of s`,
)

/** The show of this meeting, locked until the transaction ends. The caller holds a claim on it. */
export const lockMeeting = (
  tx: Tx,
  meeting: Meeting,
): Promise<{ id: string; organised: boolean } | undefined> => row(tx, locking(meeting), valuesOf(meeting))

/** Shared facts as they stand; undefined when there is no such show. */
export async function readFacts(tx: Tx, id: string): Promise<Facts | undefined> {
  const found = await sql<Facts>`
    select s.title, s.venue_id, s.headliner_id, s.show_date, to_char(s.show_time, 'HH24:MI') as show_time,
      s.starts_at, s.time_zone, s.organizer_id is not null as organised, s.pos::text as spot,
      v.name as venue_name, v.address, v.city, v.state, v.country, v.latitude, v.longitude,
      array(select a.name from performances p join artists a on a.id = p.artist_id
        where p.show_id = s.id order by p.position) as artists
    from shows s join venues v on v.id = s.venue_id where s.id = ${id}`.execute(tx)
  return found.rows[0]
}

/**
 * Shared facts, locked until the transaction ends; undefined when the show has just gone. The lock comes first: a
 * statement that waits for it would go on to read what was there before the wait.
 */
export async function lockFacts(tx: Tx, id: string): Promise<Facts | undefined> {
  await tx.selectFrom('shows').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  return readFacts(tx, id)
}

type Columns = Updateable<Tables['shows']>
export type ShowChange = { [Column in keyof Columns]?: Exclude<Columns[Column], undefined> }

/** Changes columns of a show. When it begins at another moment, doors and end keep their distance unless they are sent. */
export async function updateShow(tx: Tx, id: string, change: ShowChange): Promise<void> {
  const { starts_at } = change
  const later = (time: 'doors_at' | 'ends_at') =>
    sql<string | null>`${sql.ref(time)} + (${starts_at}::timestamptz - starts_at)`
  const following = starts_at === undefined ? {} : { doors_at: later('doors_at'), ends_at: later('ends_at') }
  await tx
    .updateTable('shows')
    .set({ ...following, ...change, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

export type NewEvent = Insertable<Tables['shows']>

/** Makes a show that nobody has in a diary yet, with its bill. */
export async function insertEvent(tx: Tx, event: NewEvent, artistIds: readonly string[]): Promise<void> {
  await tx.insertInto('shows').values(event).execute()
  await writeBill(tx, event.id, artistIds)
}

/** Makes these artists the bill, in this order; acts that stay keep their ids. */
export async function writeBill(tx: Tx, id: string, artistIds: readonly string[]): Promise<void> {
  await sql`delete from performances where show_id = ${id} and artist_id <> all (${[...artistIds]}::uuid[])`.execute(
    tx,
  )
  await sql`insert into performances (id, show_id, artist_id, position)
    select p.id, ${id}::uuid, p.artist_id, p.position
    from unnest(${artistIds.map(newId)}::uuid[], ${[...artistIds]}::uuid[]) with ordinality
      as p (id, artist_id, position)
    on conflict (show_id, artist_id) do update set position = excluded.position`.execute(tx)
}

export type Start = { show_date: string; show_time: string | null }

/** Days and times of diary shows at a venue that are reckoned in another zone than its own. */
export async function findStartsOutside(tx: Tx, venueId: string, zone: string): Promise<Start[]> {
  const found = await sql<Start>`
    select distinct s.show_date, to_char(s.show_time, 'HH24:MI') as show_time from shows s
    where s.venue_id = ${venueId} and s.time_zone <> ${zone} and s.organizer_id is null`.execute(tx)
  return found.rows
}

/** Reckons diary shows at a venue in a zone: `moments[i]` is when those of `starts[i]` begin. */
export async function moveStarts(
  tx: Tx,
  venueId: string,
  zone: string,
  starts: readonly Start[],
  moments: readonly string[],
): Promise<void> {
  await sql`
    update shows as s set starts_at = n.starts_at, time_zone = ${zone}, updated_at = now()
    from unnest(${starts.map((start) => start.show_date)}::date[],
      ${starts.map((start) => start.show_time)}::time[], ${[...moments]}::timestamptz[])
      as n (show_date, show_time, starts_at)
    where s.venue_id = ${venueId} and s.time_zone <> ${zone} and s.organizer_id is null
      and s.show_date = n.show_date and s.show_time is not distinct from n.show_time`.execute(tx)
}

/** Keeps others from joining or leaving a show until the transaction ends. */
export async function lockShow(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('shows').select('id').where('id', '=', id).forUpdate().execute()
}

/** What a show was made of that has gone. */
export type Unheld = { artistIds: string[]; venueId: string }

/** Deletes a show that nobody organises, attends or has media in; gives what it was made of, if it was such a one. */
export async function deleteUnheld(tx: Tx, id: string): Promise<Unheld | undefined> {
  const gone = await sql<Unheld>`
    delete from shows as s where s.id = ${id} and s.organizer_id is null
      and not exists (select 1 from attendances a where a.show_id = s.id)
      and not exists (select 1 from media x where x.show_id = s.id and x.deleted_at is null)
    returning s.venue_id as "venueId",
      array(select p.artist_id from performances p where p.show_id = s.id) as "artistIds"`.execute(tx)
  return gone.rows[0]
}

/** Some of the shows that a person attends or has media in. */
export async function findHeld(tx: Tx, personId: string, atMost: number): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from (
      select show_id as id from attendances where person_id = ${personId}
      union select show_id from media
        where owner_id = ${personId} and show_id is not null and deleted_at is null) held
    order by id limit ${atMost}`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/**
 * Locks these shows until the transaction ends, following those that were merged away; in one order, so that merges
 * never wait in a circle. Gives the ids they have today; null for one that is gone.
 */
export async function lockSurvivors(tx: Tx, ids: readonly string[]): Promise<(string | null)[]> {
  const today = await followRedirects(tx, ids)
  const found = await tx
    .selectFrom('shows')
    .select('id')
    .where('id', 'in', today)
    .orderBy('id')
    .forUpdate()
    .execute()
  const there = new Set(found.map(({ id }) => id))
  const lost = today.filter((id) => !there.has(id))
  // merged away while this waited for the lock
  if (lost.length > 0 && (await followRedirects(tx, lost)).some((id, index) => id !== lost[index])) {
    return lockSurvivors(tx, today)
  }
  return today.map((id) => (there.has(id) ? id : null))
}

async function followRedirects(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select coalesce(r.new_id, n.id) as id from unnest(${[...ids]}::uuid[]) with ordinality n (id, position)
      left join show_redirects r on r.old_id = n.id order by n.position`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/** Acts of one show that the other does not have, not even written otherwise, go to the end of its bill. */
export async function joinBills(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await sql`
    update performances as p set show_id = ${intoId}, position = n.position
    from (select other.id, (select max(position) from performances where show_id = ${intoId})
        + row_number() over (order by other.position) as position
      from performances other join artists a on a.id = other.artist_id
      where other.show_id = ${fromId} and not exists (select 1 from performances own
        join artists b on b.id = own.artist_id
        where own.show_id = ${intoId} and (b.id = a.id or near_key(b.name_key) = near_key(a.name_key)))) n
    where p.id = n.id`.execute(tx)
}

/** Takes a show away whose people and things have moved to another; its id leads there from now on. */
export async function replaceShow(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await sql`update show_redirects set new_id = ${intoId} where new_id = ${fromId}`.execute(tx)
  await tx.insertInto('show_redirects').values({ old_id: fromId, new_id: intoId }).execute()
  await tx.deleteFrom('shows').where('id', '=', fromId).execute()
}

export const isOrganised = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.selectFrom('shows').select('organizer_id').where('id', '=', id).executeTakeFirst())
    ?.organizer_id != null

/** A show of one artist or venue and the show of the other that it becomes the same concert with. */
export type Collision = { fromId: string; intoId: string }

const near = `(o.venue_id = s.venue_id or ov.pos <-> sv.pos <= ${SAME_PLACE_METRES})`
const collisions = {
  artist: `select s.id as "fromId", o.id as "intoId" from shows s join venues sv on sv.id = s.venue_id
      join shows o on o.headliner_id = $2 and o.show_date = s.show_date join venues ov on ov.id = o.venue_id
    where s.headliner_id = $1 and ${near} order by s.id, o.venue_id = s.venue_id desc limit 1`,
  venue: `select s.id as "fromId", o.id as "intoId" from shows s join venues sv on sv.id = $2
      join shows o on o.headliner_id = s.headliner_id and o.show_date = s.show_date and o.id <> s.id
      join venues ov on ov.id = o.venue_id
    where s.venue_id = $1 and (o.venue_id = $2 or ov.pos <-> sv.pos <= ${SAME_PLACE_METRES})
    order by s.id, o.venue_id = $2 desc limit 1`,
}

/** Two shows that become one concert when all that is of the first artist or venue is of the second. */
export const findCollision = (
  tx: Tx,
  kind: 'artist' | 'venue',
  fromId: string,
  intoId: string,
): Promise<Collision | undefined> => row(tx, collisions[kind], [fromId, intoId])

/** Locks all shows with an artist on the bill. */
export async function lockShowsOfArtist(tx: Tx, artistId: string): Promise<void> {
  await sql`select id from shows where headliner_id = ${artistId}
      or id in (select show_id from performances where artist_id = ${artistId})
    order by id for update`.execute(tx)
}

/** Locks all shows at a venue. */
export async function lockShowsAt(tx: Tx, venueId: string): Promise<void> {
  await sql`select id from shows where venue_id = ${venueId} order by id for update`.execute(tx)
}

/** Has one artist play wherever another one did; on a bill with both, at the higher place of the two. */
export async function replaceArtist(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const both = await sql<{ show_id: string }>`
    delete from performances p using performances q
    where q.show_id = p.show_id and q.position < p.position
      and p.artist_id in (${fromId}, ${intoId}) and q.artist_id in (${fromId}, ${intoId})
    returning p.show_id`.execute(tx)
  await sql`update performances set artist_id = ${intoId} where artist_id = ${fromId}`.execute(tx)
  await sql`
    update performances as p set position = n.position
    from (select id, row_number() over (partition by show_id order by position) as position from performances
      where show_id = any(${both.rows.map(({ show_id }) => show_id)}::uuid[])) n
    where p.id = n.id and p.position <> n.position`.execute(tx)
  await sql`update shows set headliner_id = ${intoId}, updated_at = now() where headliner_id = ${fromId}`.execute(
    tx,
  )
}

/** Has everything that happened at one venue happen at another. */
export async function replaceVenue(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await sql`update shows set venue_id = ${intoId}, updated_at = now() where venue_id = ${fromId}`.execute(tx)
}
