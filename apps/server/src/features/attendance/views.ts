import type { Person } from '@sharemyshows/contract/accounts'
import type { Attendance, Attendee } from '@sharemyshows/contract/attendance'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Paging } from '@sharemyshows/contract/paging'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import type { SeenShowId } from '../../viewer/gate.ts'
import { avatarOf } from '../../viewer/people-seen.ts'
import { seesAttendance, seesShow } from '../../viewer/rule.ts'

const mine = `select id, rsvp, state, method, arrived_at, left_at, notes, rating, audience, created_at, updated_at
  from attendances where person_id = $1 and show_id = $2`

/** One's own part in a show one attends. */
export async function readAttendance(db: Db, personId: string, showId: SeenShowId): Promise<Attendance> {
  const found = await row<Attendance>(db, mine, [personId, showId])
  if (found === undefined) throw new Error('a show that its attendee does not attend')
  return found
}

type Row = Omit<Attendee, 'user'> &
  Person & {
    /** To the millisecond, as cursors carry it. */
    since: string
  }

/** Entries of diaries at the show (alias `s`), but for those whose holder says that she does not come. */
const entries = `select a.person_id, a.show_id, a.audience, coalesce(a.rsvp, given.status) as rsvp, a.state, a.method,
    a.arrived_at, a.created_at
  from attendances a left join rsvps given on given.show_id = a.show_id and given.person_id = a.person_id
  where a.show_id = s.id and (given.status is distinct from 'no' or a.state <> 'going')`

/** Together with those who only answered that they may come, or wait. */
const everybody = `${entries} union all
  select r.person_id, r.show_id, r.audience, r.status, null, null, null, r.created_at from rsvps r
  where r.show_id = s.id and r.status <> 'no'
    and not exists (select 1 from attendances held where held.show_id = r.show_id and held.person_id = r.person_id)`

/** Those who are there now. */
const present = `${entries} and a.state = 'here' and not is_over(s.starts_at, s.ends_at)`

/** One row of nothing when nobody is there, no row when the viewer does not see the show. */
const there = (which: string, position: string) => `
  select p.* from shows s left join lateral (
    select u.id, u.username, u.display_name, ${avatarOf('u')} as avatar, a.rsvp, a.state, a.method, a.arrived_at,
      date_trunc('milliseconds', a.created_at) as since
    from (${which}) a join users u on u.id = a.person_id
    where ${seesAttendance('a')} ${position}
    order by since, u.id limit $3 offset $4
  ) p on true
  where s.id = $2 and ${seesShow('s')} order by p.since, p.id`

const after = `and (date_trunc('milliseconds', a.created_at), a.person_id) > ($5, $6)`

export type AttendeePage = { items: Attendee[]; next_cursor: string | null }

/** Who was, is or will be there, as far as the viewer may know; first come, first listed. */
export const listAttendees = (db: Db, viewer: Viewer, showId: string, paging: Paging) =>
  page(db, everybody, viewer, showId, paging)

/** Who is there now, as far as the viewer may know. */
export const listActiveUsers = (db: Db, viewer: Viewer, showId: string, paging: Paging) =>
  page(db, present, viewer, showId, paging)

async function page(
  db: Db,
  which: string,
  viewer: Viewer,
  showId: string,
  paging: Paging,
): Promise<AttendeePage | Refusal> {
  const limit = paging.per_page ?? paging.limit
  const position = paging.cursor === undefined ? undefined : readCursor(paging.cursor)
  if (isRefusal(position)) return position
  const values = [viewer, showId, limit + 1, ((paging.page ?? 1) - 1) * limit]
  const found =
    position === undefined
      ? await rows<Row>(db, there(which, ''), values)
      : await rows<Row>(db, there(which, after), [...values, position.at, position.id])
  if (found.length === 0) return refuse('not_found')
  const shown = found.filter((attendee) => attendee.id !== null).slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(show),
    next_cursor: last === undefined ? null : writeCursor({ at: last.since, id: last.id }),
  }
}

const show = ({ id, username, display_name, avatar, rsvp, state, method, arrived_at }: Row): Attendee => ({
  user: { id, username, display_name, avatar },
  rsvp,
  state,
  method,
  arrived_at,
})
