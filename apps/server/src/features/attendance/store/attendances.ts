import type { Attendance } from '@sharemyshows/contract/attendance'
import type { Audience } from '@sharemyshows/contract/fields'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/connect.ts'
import { row } from '../../../platform/db/read.ts'
import { DOORS_AHEAD } from '../rules.ts'

export type Method = 'manual' | 'geofence' | 'photo' | 'import'

export type NewAttendance = {
  id: string
  personId: string
  method: Method
  /** Absent: going until the show is over, attended afterwards. */
  state?: 'going' | 'here' | 'attended' | undefined
  notes?: string | null | undefined
  rating?: number | null | undefined
  /** Absent: the person's default. */
  audience?: Audience | undefined
}

/**
 * Adds an attendance to each show that `shows` gives; its values are `$first` and the six after it. At an event it is
 * no answer yet: seats are given under the event's lock.
 */
const adding = (shows: string, first: number): string => {
  const [id, person, state, method, notes, rating, audience] = Array.from(
    { length: 7 },
    (_, n) => `$${first + n}`,
  )
  return `insert into attendances as a
      (id, show_id, person_id, rsvp, state, method, notes, rating, audience, starts_at)
    select ${id}::uuid, s.id, u.id,
      case when s.organizer_id is null and not is_over(s.starts_at, s.ends_at) then 'going' end,
      coalesce(${state}::text, case when is_over(s.starts_at, s.ends_at) then 'attended' else 'going' end),
      ${method}::text, ${notes}::text, ${rating}::smallint, coalesce(${audience}::audience, u.default_audience),
      s.starts_at
    from ${shows} s cross join users u where u.id = ${person}::uuid`
}

/** The values of `adding`. */
export const valuesOf = (given: NewAttendance): unknown[] => {
  const { id, personId, method, state = null, notes = null, rating = null, audience = null } = given
  return [id, personId, state, method, notes, rating, audience]
}

const upsert = `${adding('(select * from shows where id = $8 for key share)', 1)}
  on conflict (show_id, person_id) do update set
    notes = coalesce(nullif(a.notes, ''), excluded.notes),
    rating = coalesce(a.rating, excluded.rating),
    updated_at = case when coalesce(a.notes, '') = '' and excluded.notes <> ''
      or a.rating is null and excluded.rating is not null then now() else a.updated_at end
  returning a.id, a.audience, a.rsvp is null and a.state = 'going' as seatless`

/** `seatless`: it is to be at an event that is not over, and has no seat there. */
export type Added = { id: string; audience: Audience; seatless: boolean }

/**
 * Adds an attendance, or fills notes and rating in where the one there is has none. Gives the one there is now, with
 * the given id when it was added; undefined when the show has just gone.
 */
export const upsertAttendance = (tx: Tx, showId: string, given: NewAttendance): Promise<Added | undefined> =>
  row(tx, upsert, [...valuesOf(given), showId])

const insert = `${adding('(select * from shows where id = $8 for key share)', 1)}
  on conflict (show_id, person_id) do nothing
  returning a.id, a.audience, a.rsvp is null and a.state = 'going' as seatless`

/** Adds an attendance; undefined, with nothing changed, when there is one, or when the show has just gone. */
export const insertAttendance = (tx: Tx, showId: string, given: NewAttendance): Promise<Added | undefined> =>
  row(tx, insert, [...valuesOf(given), showId])

/** What somebody's part in a show was elsewhere. */
export type PastPart = Pick<Attendance, 'state' | 'rsvp' | 'method' | 'arrived_at' | 'left_at' | 'created_at'>

/** Has an entry be as it was elsewhere; its answer only where no organiser counts seats. */
export async function updatePart(tx: Tx, id: string, { rsvp, ...part }: PastPart): Promise<void> {
  await tx
    .updateTable('attendances as a')
    .set((eb) => ({
      ...part,
      rsvp: eb
        .case()
        .when(
          eb.exists(
            eb
              .selectFrom('shows as s')
              .whereRef('s.id', '=', 'a.show_id')
              .where('s.organizer_id', 'is not', null),
          ),
        )
        .then(eb.ref('a.rsvp'))
        .else(rsvp)
        .end(),
    }))
    .where('a.id', '=', id)
    .execute()
}

/** Adds an attendance to a show that the same statement makes: to the row of `made`, with values from `$first` on. */
export const addingTo = (made: string, first: number): string => `${adding(made, first)} returning a.*`

export type PersonalChange = {
  notes?: string | null
  rating?: number | null
  audience?: Audience
}

/** Who might know of it before the change, and who may now. */
export type Audiences = { before: Audience; now: Audience }

export const updateAttendance = (
  tx: Tx,
  showId: string,
  personId: string,
  change: PersonalChange,
): Promise<Audiences | undefined> =>
  tx
    .updateTable('attendances as a')
    .from((from) =>
      from
        .selectFrom('attendances')
        .select(['id', 'audience'])
        .where('show_id', '=', showId)
        .where('person_id', '=', personId)
        .forUpdate()
        .as('old'),
    )
    .set({ ...change, updated_at: new Date().toISOString() })
    .whereRef('a.id', '=', 'old.id')
    .returning(['old.audience as before', 'a.audience as now'])
    .executeTakeFirst()

/** Gives all parts of a person one audience, and the ids of the shows where that changes something. */
export async function updateAudiences(tx: Tx, personId: string, audience: Audience): Promise<string[]> {
  const changed = await tx
    .updateTable('attendances')
    .set({ audience, updated_at: new Date().toISOString() })
    .where('person_id', '=', personId)
    .where('audience', '<>', audience)
    .returning('show_id')
    .execute()
  return changed.map(({ show_id }) => show_id)
}

/** What an arrival changed; `is_news` for the first one, while the show is on. */
export type Arrived = { id: string; audience: Audience; is_news: boolean }

/**
 * Here, or once the show is over, attended, at a time that nobody knows; the first arrival is kept, with its method.
 * Whoever already is so stays untouched, and undefined is given.
 */
export async function markArrived(
  tx: Tx,
  showId: string,
  personId: string,
  method: 'manual' | 'geofence',
): Promise<Arrived | undefined> {
  const changed = await sql<Arrived>`
    update attendances as a set state = n.state,
      arrived_at = case when n.state = 'here' then coalesce(a.arrived_at, now()) else a.arrived_at end,
      method = case when a.arrived_at is null then ${method} else a.method end,
      left_at = case when n.state = 'attended' then a.left_at end, updated_at = now()
    from (select s.id, case when is_over(s.starts_at, s.ends_at) then 'attended' else 'here' end as state
      from shows s where s.id = ${showId}) n
    where a.show_id = n.id and a.person_id = ${personId}
      and (n.state = 'here' and a.arrived_at is null or a.state <> n.state)
    returning a.id, a.audience, old.arrived_at is null and n.state = 'here'
      and now() >= a.starts_at - ${sql.raw(DOORS_AHEAD)} as is_news`.execute(tx)
  return changed.rows[0]
}

/** Attended, and gone since now; the first leaving is kept. Gives the audience of what was changed. */
export async function markLeft(tx: Tx, showId: string, personId: string): Promise<Audience | undefined> {
  const changed = await sql<{ audience: Audience }>`
    update attendances set state = 'attended', left_at = coalesce(left_at, now()), updated_at = now()
    where show_id = ${showId} and person_id = ${personId}
      and (left_at is null or state <> 'attended')
    returning audience`.execute(tx)
  return changed.rows[0]?.audience
}

/** Who might have known of what was deleted, and whether a seat is free with it. */
export const deleteAttendance = (
  tx: Tx,
  showId: string,
  personId: string,
): Promise<{ audience: Audience; rsvp: string | null } | undefined> =>
  tx
    .deleteFrom('attendances')
    .where('show_id', '=', showId)
    .where('person_id', '=', personId)
    .returning(['audience', 'rsvp'])
    .executeTakeFirst()

/**
 * Moves everybody's part of one show to another. Whoever has a part in both keeps one: the earlier arrival, both
 * notes, and the audience that admits fewer.
 */
export async function moveAttendances(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await sql`
    update attendances as a set
      rsvp = coalesce(a.rsvp, b.rsvp), rating = coalesce(a.rating, b.rating), audience = least(a.audience, b.audience),
      state = case when 'attended' in (a.state, b.state) then 'attended' when 'here' in (a.state, b.state) then 'here'
        else a.state end,
      method = case when b.arrived_at < a.arrived_at or a.arrived_at is null and b.arrived_at is not null
        then b.method else a.method end,
      arrived_at = least(a.arrived_at, b.arrived_at), left_at = greatest(a.left_at, b.left_at),
      notes = case when coalesce(b.notes, '') in ('', a.notes) then a.notes
        else concat_ws(E'\n\n', nullif(a.notes, ''), b.notes) end,
      created_at = least(a.created_at, b.created_at), updated_at = now()
    from attendances b where a.show_id = ${intoId} and b.show_id = ${fromId} and b.person_id = a.person_id`.execute(
    tx,
  )
  await sql`delete from attendances b using attendances a
    where a.show_id = ${intoId} and b.show_id = ${fromId} and b.person_id = a.person_id`.execute(tx)
  await sql`update attendances set show_id = ${intoId},
      starts_at = (select s.starts_at from shows s where s.id = ${intoId})
    where show_id = ${fromId}`.execute(tx)
}

/** Ends some attendances of shows that are over, as of that end; gives the shows and the number of those ended. */
export async function closeAttendances(
  tx: Tx,
  atMost: number,
): Promise<{ closed: number; showIds: string[] }> {
  const closed = await sql<{ show_id: string; audience: Audience }>`
    update attendances as a set state = 'attended', updated_at = now(),
      left_at = greatest(o.ended_at, a.arrived_at)
    from (select here.id, coalesce(s.ends_at, s.starts_at + interval '4 hours') as ended_at
      from attendances here join shows s on s.id = here.show_id
      where here.state = 'here' and here.starts_at < now() and is_over(s.starts_at, s.ends_at)
      order by here.starts_at limit ${atMost} for no key update of here skip locked) o
    where a.id = o.id
    returning a.show_id, a.audience`.execute(tx)
  const known = closed.rows.filter(({ audience }) => audience !== 'private')
  return { closed: closed.rows.length, showIds: [...new Set(known.map(({ show_id }) => show_id))] }
}
