import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import { seesAttendance, seesPerson, seesProfile } from '../../viewer/rule.ts'

const byId = `select u.id from users u where u.id = $2 and ${seesPerson('u.id')}`
const byName = `select u.id from users u where u.username = $2 and ${seesPerson('u.id')}`

/** The id of a person who exists for the actor. */
export const findPerson = async (
  db: Db,
  actorId: string,
  who: { id: string } | { username: string },
): Promise<string | undefined> =>
  (
    await ('id' in who
      ? row<{ id: string }>(db, byId, [actorId, who.id])
      : row<{ id: string }>(db, byName, [actorId, who.username]))
  )?.id

export type OpenRequest = { fromId: string; toId: string; state: string }

const request = `select r.from_id as "fromId", r.to_id as "toId", r.state from relationships r
  where r.id = $2 and r.kind = 'friend' and $1::uuid in (r.from_id, r.to_id)
    and ${seesPerson('r.from_id')} and ${seesPerson('r.to_id')}`

/** A request that the actor sent or received, from or to somebody who exists for her. */
export const findRequest = (db: Db, actorId: string, id: string): Promise<OpenRequest | undefined> =>
  row<OpenRequest>(db, request, [actorId, id])

/**
 * SQL: how many shows a person (alias `u`) and the viewer both attend, as far as either may know of the other. None of
 * somebody who keeps what gathers her things to herself.
 */
export const sharedShows = (u: string): string => `
  case when ${seesProfile(u)} then (select count(*)::int
    from attendances theirs join attendances mine on mine.show_id = theirs.show_id and mine.person_id = $1::uuid
    where theirs.person_id = ${u}.id and ${seesAttendance('theirs')}
      and (mine.audience in ('public', 'attendees') or mine.audience = 'friends'
        and (select true from relationships bond where bond.from_id = ${u}.id and bond.to_id = $1::uuid
          and bond.kind = 'friend' and bond.state = 'accepted'))) else 0 end`
