import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { StaffRole } from '@sharemyshows/contract/event-staff'
import type { Event, EventFilter } from '@sharemyshows/contract/events'
import type { RsvpAnswer, RsvpCounts } from '@sharemyshows/contract/rsvps'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import { readCursor, writeCursor } from '../../../platform/http/cursor.ts'
import { avatarOf } from '../../../viewer/people-seen.ts'
import { opensEvent, seesEvent } from '../../../viewer/rule.ts'
import type { Finding } from '../../search/feature.ts'
import type { Describing, ShowRow } from '../../shows/feature.ts'
import {
  arrivalOpensAt,
  endOf,
  keyOf,
  type Picking,
  type PosterRow,
  picking,
  posterOf,
  type Side,
  type Source,
} from '../rules.ts'

export type Reading = { db: Db; find: Finding; describing: Describing }

type Row = ShowRow &
  PosterRow &
  RsvpCounts &
  Pick<Event, 'description' | 'doors_at' | 'category' | 'location_address' | 'geofence_radius'> &
  Pick<Event, 'capacity' | 'visibility' | 'organizer' | 'cancelled_at' | 'cancel_reason'> & {
    ends_at: string | null
    event_latitude: number
    event_longitude: number
    my_answer: RsvpAnswer['status'] | null
    my_position: number
    my_role: StaffRole | null
  }

/** Numbers of answers are of everybody: they name nobody, and are the same for all. */
const answers = `
  cross join lateral (
    select (select count(*)::int from attendances g where g.show_id = s.id and g.rsvp = 'going') as going,
      count(*) filter (where r.status = 'maybe')::int as maybe, count(*) filter (where r.status = 'no')::int as no,
      count(*) filter (where r.status = 'waitlist')::int as waitlist,
      max(r.status) filter (where r.person_id = $1) as my_answer,
      count(*) filter (where r.status = 'waitlist' and r.place <= (select waiting.place from rsvps waiting
        where waiting.show_id = s.id and waiting.person_id = $1))::int as my_position
    from rsvps r where r.show_id = s.id) answers`

const role = `case when s.organizer_id = $1 then 'owner' when exists (select 1 from event_staff t
    where t.show_id = s.id and t.person_id = $1) then 'editor' end`

const columns = `s.description, s.doors_at, s.ends_at, s.category, s.location_address, s.geofence_radius, s.capacity,
  s.visibility, s.latitude as event_latitude, s.longitude as event_longitude, s.cancelled_at, s.cancel_reason,
  s.poster, s.poster_width, s.poster_height, s.poster_placeholder, s.poster_color,
  json_build_object('id', o.id, 'username', o.username, 'display_name', o.display_name,
    'avatar', ${avatarOf('o')}) as organizer, answers.*, ${role} as my_role`

const selecting = ({ columns: ofShow, joins }: Describing, more: string, from: string) =>
  `select ${ofShow}, ${columns}${more} from ${from} ${joins} join users o on o.id = s.organizer_id ${answers}`

/** The event as this viewer sees it; undefined when to her there is none. */
export async function readEvent(
  { db, describing }: Omit<Reading, 'find'>,
  viewer: Viewer,
  id: string,
): Promise<Event | undefined> {
  const text = `${selecting(describing, '', 'shows s')} where s.id = $2 and ${opensEvent('s')}`
  const found = await row<Row>(db, text, [viewer, id])
  return found && event(describing, found)
}

export type EventPage = { items: Event[]; next_cursor: string | null }

const everybodys: Source = { from: 'shows s', sees: seesEvent('s') }
const answered: Source = {
  from: `(select show_id from attendances where person_id = $1 and rsvp is not null
    union select show_id from rsvps where person_id = $1) mine join shows s on s.id = mine.show_id`,
  sees: opensEvent('s'),
}

/** Events that fit a filter: the nearest first, or the soonest. */
export async function listEvents(
  reading: Reading,
  viewer: Viewer,
  filter: EventFilter,
): Promise<EventPage | Refusal> {
  if (filter.rsvp === 'mine' && viewer === null) return refuse('unauthenticated')
  const order = filter.near === undefined ? 'date' : (filter.order ?? 'distance')
  const source = filter.rsvp === 'mine' ? answered : everybodys
  return listFrom(reading, viewer, source, filter, { narrowing: filter, order })
}

type Paged = Pick<EventFilter, 'limit' | 'cursor' | 'page' | 'per_page'>
type Ordered = Pick<Picking, 'narrowing' | 'order' | 'direction' | 'when'>

/** A page in one query: ids are picked first, and only those are described. */
export async function listFrom(
  { db, find, describing }: Reading,
  viewer: Viewer,
  source: Source,
  { limit, per_page, page = 1, cursor }: Paged,
  ordered: Ordered,
): Promise<EventPage | Refusal> {
  const size = per_page ?? limit
  const after =
    cursor === undefined ? undefined : readCursor(cursor, ordered.order === 'distance' ? 'distance' : 'time')
  if (isRefusal(after)) return after
  const picked = picking(find, source, { ...ordered, limit: size + 1, offset: (page - 1) * size, after })
  const by = `picked.${ordered.order === 'distance' ? 'apart' : 'at'} ${ordered.direction ?? 'asc'}`
  const found = await rows<Row & { apart: number | null; distance_m: number | null }>(
    db,
    `with picked as materialized (${picked.text})
    ${selecting(describing, ', picked.apart, sec_to_gc(picked.apart) as distance_m', 'picked join shows s on s.id = picked.id')}
    order by ${by}, picked.id ${ordered.direction ?? 'asc'}`,
    [viewer, ...picked.values],
  )
  const shown = found.slice(0, size)
  const last = found.length > size ? shown.at(-1) : undefined
  const at = ordered.order === 'distance' ? `${last?.apart}` : `${last?.starts_at}`
  return {
    items: shown.map((one) => ({
      ...event(describing, one),
      ...(one.distance_m !== null && { distance_m: one.distance_m }),
    })),
    next_cursor: last === undefined ? null : writeCursor({ at, id: last.id }),
  }
}

const organised = `(select id from shows where organizer_id = $1
  union all select show_id from event_staff where person_id = $1) looked_after join shows s on s.id = looked_after.id`

/** Events that a person looks after, drafts included. */
export const listOrganized = (
  reading: Reading,
  personId: string,
  { when, ...paging }: { when: 'upcoming' | 'past' | 'all' } & Parameters<typeof listFrom>[3],
): Promise<EventPage | Refusal> =>
  listFrom(reading, personId, { from: organised, sees: opensEvent('s') }, paging, {
    narrowing: {},
    order: 'date',
    when,
    direction: when === 'upcoming' ? 'asc' : 'desc',
  })

const poster = `select s.poster from shows s where s.id = $2 and s.poster is not null and ${opensEvent('s')}`

/** Where a picture of the poster lies of an event that the viewer may open. */
export async function findPoster(
  db: Db,
  viewer: Viewer,
  id: string,
  size: Side,
): Promise<{ poster: string; key: string } | undefined> {
  const found = await row<{ poster: string }>(db, poster, [viewer, id])
  return found && { ...found, key: keyOf(found.poster, size) }
}

function event({ show }: Describing, row: Row): Event {
  const status = row.rsvp ?? row.my_answer
  return {
    ...show(row),
    title: row.title ?? '',
    description: row.description,
    date: row.starts_at,
    doors_at: row.doors_at,
    ends_at: endOf(row.starts_at, row.ends_at),
    category: row.category,
    location_address: row.location_address,
    location: { type: 'Point', coordinates: [row.event_longitude, row.event_latitude] },
    geofence_radius: row.geofence_radius,
    capacity: row.capacity,
    seats_left: row.capacity === null ? null : Math.max(0, row.capacity - row.going),
    visibility: row.visibility,
    organizer: row.organizer,
    poster: posterOf(row),
    cancelled_at: row.cancelled_at,
    cancel_reason: row.cancel_reason,
    rsvp_counts: { going: row.going, maybe: row.maybe, no: row.no, waitlist: row.waitlist },
    my_rsvp: status && { status, position: status === 'waitlist' ? row.my_position : null },
    my_role: row.my_role,
    arrival_opens_at: arrivalOpensAt(row.starts_at),
  }
}
