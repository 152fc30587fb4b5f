import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import type { SeenShowId } from '../../viewer/gate.ts'
import { opensEvent, seesShow } from '../../viewer/rule.ts'
import { DOORS_AHEAD, type Reading } from './rules.ts'

const attends = `select s.id, exists (select 1 from attendances a where a.show_id = s.id and a.person_id = $1) as attends
  from shows s where s.id = $2 and ${seesShow('s')}`

/** The show, for somebody who attends it: the people who may change what is said of it. */
export async function requireAttendee(
  db: Db,
  personId: string,
  showId: string,
): Promise<SeenShowId | Refusal> {
  const found = await row<{ id: SeenShowId; attends: boolean }>(db, attends, [personId, showId])
  if (found === undefined) return refuse('not_found')
  return found.attends ? found.id : refuse('not_an_attendee')
}

/** An event, for somebody whom it invites. */
export type Invitation = { id: SeenShowId; cancelled: boolean; over: boolean }

const invitation = `select s.id, s.status = 'cancelled' as cancelled, is_over(s.starts_at, s.ends_at) as over
  from shows s where s.id = $2 and ${opensEvent('s')} for no key update of s`

/** The event, locked: until the transaction ends nobody else answers or is let in. */
export async function lockInvitation(
  tx: Tx,
  personId: string,
  showId: string,
): Promise<Invitation | Refusal> {
  return (await row<Invitation>(tx, invitation, [personId, showId])) ?? refuse('not_found')
}

/** Where and when arrivals at an event are taken, and how far from its middle a reading is, in metres. */
export type Fence = Invitation & { open: boolean; opens_at: string; distance_m: number; radius_m: number }

const fence = `
  select s.id, s.status = 'cancelled' as cancelled, is_over(s.starts_at, s.ends_at) as over, f.*,
    f.opens_at <= now() and not is_over(s.starts_at, s.ends_at) as open
  from shows s cross join lateral (select s.starts_at - ${DOORS_AHEAD} as opens_at,
    earth_distance(ll_to_earth(s.latitude, s.longitude), ll_to_earth($3::float8, $4::float8)) as distance_m,
    s.geofence_radius as radius_m) f
  where s.id = $2 and ${opensEvent('s')}`

/** The fence of an event that invites this person; undefined when there is none to her. */
export const findFence = (
  db: Db,
  personId: string,
  showId: string,
  { latitude, longitude }: Reading,
): Promise<Fence | undefined> => row<Fence>(db, fence, [personId, showId, latitude, longitude])
