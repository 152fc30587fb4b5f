import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import { row } from '../../../platform/db/read.ts'
import { description, type Row, SAME_PLACE_METRES } from '../rules.ts'

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
