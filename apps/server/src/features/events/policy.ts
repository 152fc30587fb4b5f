import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import { type Actor, isStaff } from '../../platform/http/actor.ts'
import type { SeenShowId } from '../../viewer/gate.ts'
import { opensEvent, seesPerson } from '../../viewer/rule.ts'

/** What somebody must be to an event: its owner, one of its staff, or staff or a moderator. */
export type Need = 'owner' | 'staff' | 'editor'

const stance = `select s.id, s.organizer_id = $1 as owns, exists (select 1 from event_staff t
    where t.show_id = s.id and t.person_id = $1) as edits
  from shows s where s.id = $2 and ${opensEvent('s')}`

/** The event, for somebody who may do what needs this; to whom it does not exist it is not found. */
export async function requireStaff(
  db: Db,
  actor: Actor,
  id: string,
  need: Need,
): Promise<SeenShowId | Refusal> {
  type Stance = { id: SeenShowId; owns: boolean; edits: boolean }
  const found = await row<Stance>(db, stance, [actor.id, id])
  if (found === undefined) return refuse('not_found')
  const may: Record<Need, boolean> = {
    owner: found.owns,
    staff: found.owns || found.edits,
    editor: found.owns || found.edits || isStaff(actor),
  }
  return may[need] ? found.id : refuse('staff_only')
}

const person = `select u.id, u.role from users u where u.id = $2 and ${seesPerson('u.id')}`

/** Somebody who exists for the actor. */
export const findPerson = (
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ id: string; role: Actor['role'] } | undefined> => row(db, person, [actor.id, id])
